import { describe, expect, it, test } from 'vitest';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import { refusalOf, refusedBy, refusedDoor, type Refusal } from './refusal.ts';
import { isSubject, subjectOf, subjectSlugs, subjects } from './subjects.ts';
import { shownWords, withWording, wordingName, wordingOf } from './wording.ts';
import { together } from './writers.ts';

const campaign = {
  id: 'c1',
  title: '质量月',
  theme: '主题',
  standfirst: '一句话',
  occasion: 'quality-month',
  year: 2026,
  state: 'draft',
  good: ['查一次'],
  avoid: [],
  basis: null,
  phases: [{ id: 'p1', name: '当天', hint: '', startOffset: 0, endOffset: 0 }],
  tasks: [
    {
      id: 't1',
      name: '送审',
      offsetDays: -5,
      unit: null,
      doneOn: '2026-08-20',
      doneBy: '示例',
      evidence: '已送',
      evidenceFile: 'm1',
    },
  ],
  actions: [],
};

describe('the words of a row', () => {
  it('are what the public reads, and nothing else: no ids, nothing empty, nothing that was only reported', () => {
    expect(wordingOf('campaigns', campaign)).toEqual({
      title: '质量月',
      theme: '主题',
      standfirst: '一句话',
      occasion: 'quality-month',
      good: ['查一次'],
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
      tasks: [{ name: '送审', offsetDays: -5 }],
    });
  });
  it('have one name, however they are stored: other ids, other order of fields, other things beside them', () => {
    const name = wordingName(wordingOf('campaigns', campaign));
    const again = Object.fromEntries(
      Object.entries({
        ...campaign,
        id: 'c2',
        state: 'confirmed',
        updatedAt: 'x',
        phases: [{ endOffset: 0, startOffset: 0, name: '当天', id: 'other' }],
        tasks: [{ offsetDays: -5, name: '送审', doneOn: null }],
        basis: '',
      }).reverse(),
    );
    expect(wordingName(wordingOf('campaigns', again))).toBe(name);
    expect(name).toMatch(/^[0-9a-f]{32}$/);
  });
  test.each<[string, object]>([
    ['a letter', { title: '质量月！' }],
    ['a day', { phases: [{ name: '当天', startOffset: 0, endOffset: 1 }] }],
    ['the order of two', { good: ['甲', '查一次'] }],
    ['one more', { avoid: ['不查'] }],
    ['one less', { good: [] }],
    ['whose task it is', { tasks: [{ name: '送审', offsetDays: -5, unit: '甲局' }] }],
  ])('have another name with %s changed', (_, more) =>
    expect(wordingName(wordingOf('campaigns', { ...campaign, ...more }))).not.toBe(
      wordingName(wordingOf('campaigns', campaign)),
    ),
  );

  it('can be put into a row and read out again; fields that they leave out are empty then', () => {
    const random = createRandom(23);
    for (const subject of subjectSlugs) {
      for (let n = 0; n < 60; n += 1) {
        const words = Object.fromEntries(
          subjectOf(subject).fields.flatMap((name) =>
            random.chance(0.6)
              ? [[name, random.chance(0.3) ? [`词${random.int(0, 9)}`] : `文${random.int(0, 99)}`]]
              : [],
          ),
        );
        const row = withWording(
          subject,
          { id: 'x', navOrder: 3, ...Object.fromEntries(subjectOf(subject).fields.map((name) => [name, '从前'])) },
          words,
        );
        expect(wordingOf(subject, row)).toEqual(words);
        expect(row).toMatchObject({ id: 'x', navOrder: 3 });
      }
    }
  });
  test.each([{ title: { evil: 1 } }, { title: true }, { phases: [{ name: ['a'] }] }, { good: [1] }, { tasks: [[]] }])(
    'that are none are a fault and not half a text: %j',
    (more) => expect(() => wordingOf('campaigns', { ...campaign, ...more })).toThrow(),
  );
  it('stand on one line for whoever compares', () => {
    expect([
      shownWords(undefined),
      shownWords('甲'),
      shownWords(2026),
      shownWords(['甲', '乙']),
      shownWords([{ startOffset: -7, name: '预热', endOffset: 0 }]),
    ]).toEqual(['', '甲', '2026', '甲、乙', '0 预热 -7']);
  });
});

describe('who does not agree', () => {
  const refusal: Refusal = {
    version: wordingName(wordingOf('campaigns', campaign)),
    by: 'u1',
    name: '示例甲',
    at: '2026-06-14T09:00:00+08:00',
    reason: '文号不对',
  };
  const row = (more: object = {}) => ({ ...campaign, ...more, refused: refusedDoor.write(refusal) });
  it('does not agree to these words, and has said nothing of others', () => {
    expect(refusalOf('campaigns', row())).toEqual(refusal);
    expect(refusalOf('campaigns', row({ title: '质量月（改）' }))).toBeNull();
    // What was only reported is no other wording.
    expect(refusalOf('campaigns', row({ tasks: [{ name: '送审', offsetDays: -5 }], navOrder: 9 }))).toEqual(refusal);
    expect(refusalOf('campaigns', { ...campaign, refused: refusedDoor.write(null) })).toBeNull();
  });
  it('is named to whoever would publish the same words', () =>
    expect(refusedBy(refusal)).toBe(
      '没有同意：示例甲看过，没有同意（文号不对）。请写的人改过再看，或请示例甲重新看过。',
    ));
});

it('each writer stands once, the first name they had', () => {
  const [first, second] = [
    { id: '1', name: '甲' },
    { id: '2', name: '乙' },
  ];
  expect([
    together([], null),
    together([], first),
    together([first], second),
    together([first, second], { id: '1', name: '改了名' }),
  ]).toEqual([[], [first], [first, second], [first, second]]);
  expect(together([], { ...first, roles: ['author'] } as typeof first)).toEqual([first]);
});

it('a kind is one of the table, and says in words what holds meanwhile', () => {
  expect([isSubject('columns'), isSubject('stories'), isSubject('constructor'), isSubject('')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  for (const slug of subjectSlugs) {
    const { fields, meanwhile, noun, title, unagreed } = subjects[slug];
    expect(fields as readonly string[]).toContain(title);
    for (const words of [noun, meanwhile, unagreed]) expect(words).toMatch(/^\p{Script=Han}[^。]*$/u);
  }
});
