import { describe, expect, it } from 'vitest';
import { after, closeLook, nothingYet, standingOf, type Event, type Outcome, type SaveState } from './save-state.ts';

const at = '2026-11-27T12:29:00.000Z';
const read = { title: '题', note: '一' };
const opened = after(nothingYet, { type: 'opened', content: read, doc: read, version: 'v1', savedAt: at });
const play = (state: SaveState, ...events: Event[]) => events.reduce(after, state);
const answered = (outcome: Outcome): Event => ({ type: 'answered', outcome, at });
const typed = { ...read, title: '新题' };
const saved = (doc = typed): Outcome => ({ kind: 'saved', doc, version: 'v2' });

it('a form just opened is saved, one typed in has changes, typed back it is saved again', () => {
  expect([standingOf(opened, read), standingOf(opened, typed), standingOf(opened, { ...read })]).toEqual([
    'saved',
    'changed',
    'saved',
  ]);
});

it('a new form has nothing to lose until something is typed', () => {
  const fresh = after(nothingYet, {
    type: 'opened',
    content: { kind: 'knowledge' },
    doc: {},
    version: null,
    savedAt: null,
  });
  expect([standingOf(fresh, { kind: 'knowledge' }), standingOf(fresh, { kind: 'knowledge', title: '题' })]).toEqual([
    'new',
    'changed',
  ]);
});

describe('only a confirmed answer', () => {
  it.each<Outcome>([
    { kind: 'refused', message: '有身份证号码。', places: [] },
    { kind: 'expired' },
    { kind: 'offline' },
    { kind: 'held', message: '甲正在改', other: { name: '甲', since: at } },
    { kind: 'moved', version: 'v9', theirs: null },
  ])('makes it saved: not %j', (outcome) => {
    const state = play(opened, { type: 'sent', content: typed }, answered(outcome));
    expect(standingOf(state, typed)).toBe('trouble');
    expect(state.version).toBe('v1');
    // The reason stays while one goes on typing, until the next answer.
    expect(standingOf(state, { ...typed, note: '二' })).toBe('trouble');
    expect(standingOf(play(state, { type: 'sent', content: typed }), typed)).toBe('saving');
    expect(standingOf(play(state, { type: 'sent', content: typed }, answered(saved())), typed)).toBe('saved');
  });

  it('of exactly these words: what was typed meanwhile is not saved', () => {
    const state = play(opened, { type: 'sent', content: typed }, answered(saved()));
    expect(standingOf(state, { ...typed, note: '又写了一句' })).toBe('changed');
    expect(state.version).toBe('v2');
  });

  it('counts what the server made of it as saved', () => {
    const state = play(
      opened,
      { type: 'sent', content: { ...typed, note: ' 一 ' } },
      answered(saved({ ...typed, note: '一' })),
    );
    expect([standingOf(state, { ...typed, note: ' 一 ' }), standingOf(state, { ...typed, note: '一' })]).toEqual([
      'saved',
      'saved',
    ]);
  });
});

it('whoever has chosen between two texts has changes of the version they chose on', () => {
  const theirs = { title: '别人的题', note: '一' };
  const state = play(opened, { type: 'sent', content: typed }, answered({ kind: 'moved', version: 'v9', theirs }), {
    type: 'known',
    version: 'v9',
    doc: theirs,
  });
  expect([standingOf(state, typed), standingOf(state, theirs), state.version]).toEqual(['changed', 'saved', 'v9']);
});

it('what was kept of an older version is saved as of that version, and so compared', () => {
  const state = after(opened, { type: 'restored', version: 'v0' });
  expect([state.version, standingOf(state, typed)]).toEqual(['v0', 'changed']);
  // What stands now is not what was read then: nothing is overwritten without a choice.
  expect(closeLook(typed, state.doc, read)).toBe('choose');
  expect(after(opened, { type: 'restored', version: 'v1' })).toBe(opened);
});

describe('a save that came too late', () => {
  it.each([
    ['saved', typed, 'its own words are what stands: the first answer was lost'],
    ['again', read, 'nobody changed a field since'],
    ['choose', { ...read, note: '别人写的' }, 'somebody did'],
    ['choose', { ...read, title: '别人的题' }, 'somebody did, in the same field'],
    ['choose', null, 'what stands may not be read'],
  ] as const)('%s: %j (%s)', (expected, theirs, _why) => expect(closeLook(typed, read, theirs)).toBe(expected));
});

it('words that the row does not have are not saved, passwords cannot be told', () => {
  expect([
    closeLook({ ...read, more: '一句' }, {}, read),
    closeLook({ ...read, more: '' }, {}, read),
    closeLook({ ...read, password: 'x' }, {}, read),
  ]).toEqual(['choose', 'saved', 'saved']);
});
