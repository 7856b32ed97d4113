import { expect, it } from 'vitest';
import { nextState, stepStatesSchema, type StepState } from './step-state.ts';

const step = { title: '排出每一份推送', advice: '请打开这条排期。' };
const at = (minute: number) => new Date(Date.UTC(2026, 5, 14, 1, minute));
const iso = (minute: number) => at(minute).toISOString();
const item = (name: string) => ({ item: name, title: `排期“${name}”`, error: '日期读不出来。' });
const run = (before: StepState | undefined, minute: number, error: string | null, ...items: string[]) =>
  nextState(before, step, { error, stuck: items.map(item) }, at(minute));
const since = ({ stuck }: StepState) => stuck.map((one) => [one.item, one.since]);

it('what stays stuck keeps its beginning, what comes is new, what is dealt with goes', () => {
  const first = run(undefined, 0, null, 'a', 'b');
  const second = run(first, 1, null, 'c', 'b');
  expect(since(second)).toEqual([
    ['b', iso(0)],
    ['c', iso(1)],
  ]);
  expect(run(second, 2, null).stuck).toEqual([]);
});

it('what was dealt with and is stuck again begins anew', () => {
  const again = run(run(run(undefined, 0, null, 'a'), 1, null), 2, null, 'a');
  expect(since(again)).toEqual([['a', iso(2)]]);
});

it('a run that fails as a whole forgets nothing that was stuck, and keeps when it began to fail', () => {
  const sound = run(undefined, 0, null, 'a');
  const failing = run(run(sound, 1, '数据库连不上。', 'b'), 2, '磁盘满了。');
  expect(since(failing)).toEqual([
    ['a', iso(0)],
    ['b', iso(1)],
  ]);
  expect(failing).toMatchObject({ lastSuccess: iso(0), failing: { since: iso(1), error: '磁盘满了。' } });
  expect(run(failing, 3, null)).toMatchObject({ lastSuccess: iso(3), failing: null, stuck: [] });
});

it('a step that never went through says so', () => {
  expect(run(undefined, 0, '坏了。').lastSuccess).toBeNull();
});

it('one thing told twice is one, and a thousand are the hundred that are stuck longest', () => {
  expect(run(undefined, 0, null, 'a', 'a').stuck).toHaveLength(1);
  const old = run(undefined, 0, null, 'old');
  const many = run(old, 1, null, ...Array.from({ length: 1000 }, (_, i) => `n${i}`), 'old');
  expect(many.stuck).toHaveLength(100);
  expect(many.stuck[0]?.item).toBe('old');
});

it('what a step becomes can be read again', () => {
  const states = { plan: run(run(undefined, 0, null, 'a'), 1, '坏了。', 'b') };
  expect(stepStatesSchema.parse(JSON.parse(JSON.stringify(states)))).toEqual(states);
});
