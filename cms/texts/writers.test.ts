import { describe, expect, it } from 'vitest';
import { pagesDoor, wordingDoor } from './words-doors.ts';
import { together, writersDoor, writersOf } from './writers.ts';

const [one, two] = [
  { id: 'u1', name: '示例甲' },
  { id: 'u2', name: '示例乙' },
];

describe('who has written at words', () => {
  it('each person once, by who they are and not by what they are called; the first name they wrote under stays', () => {
    expect(together([one], two)).toEqual([one, two]);
    expect(together([one], { id: 'u1', name: '示例甲（新名）' })).toEqual([one]);
    expect(together([one], { id: 'u3', name: '示例甲' })).toHaveLength(2);
    expect(together([one], null)).toEqual([one]);
  });

  it('the list that was handed in is not touched, and of a person no more than id and name is noted', () => {
    const before = [one];
    expect(together(before, { ...two, roles: ['signer'], email: 'b@example.org' } as typeof two)[1]).toEqual(two);
    expect(before).toEqual([one]);
  });

  it.each([undefined, null, []])('%j: nobody has', (writers) => {
    expect(writersOf({ writers: writers as never })).toEqual([]);
  });

  it.each(['示例甲', [{ id: 'u1' }], [{ id: 7, name: '示例甲' }], { id: 'u1', name: '示例甲' }, ['u1']])(
    'of %j nobody can say: a fault, so that nothing of the row is shown',
    (writers) => {
      expect(() => writersOf({ writers: writers as never })).toThrow(/由谁写/);
      expect(writersDoor.problem(writers)).toMatch(/由谁写/);
    },
  );
});

describe('words as they are kept', () => {
  it.each<[string, object]>([
    [
      'texts, numbers and lists',
      { name: '栏目', year: 2026, good: ['查一次'], phases: [{ name: '当天', endOffset: 0 }] },
    ],
    ['none at all', {}],
  ])('%s are read back', (_, words) => {
    expect(wordingDoor.need(wordingDoor.write(words as never))).toEqual(words);
  });

  it.each([null, 'x', { name: null }, { name: { zh: '栏目' } }, { good: [['甲']] }, { name: true }])(
    '%j are none: the public reads nothing of it',
    (stored) => {
      expect(() => wordingDoor.need(stored as never)).toThrow(/公开的文字/);
    },
  );

  it.each([
    [null, []],
    [['year:2026'], ['year:2026']],
  ])('pages of %j are %j', (stored, pages) => {
    expect(pagesDoor.need(stored as never)).toEqual(pages);
  });
});
