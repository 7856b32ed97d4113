import { describe, expect, it } from 'vitest';
import type { AttemptResult } from '../../../ports/attempt.ts';
import { receiptResults } from '../../../ports/receipt.ts';
import { correction, withdrawal } from '../../engine/recall/testing/orders.ts';
import { confirmed, crashed, refused, retry, sent, trailOf, unknown, type Step } from '../../testing/attempts.ts';
import { later, newDelivery } from '../../testing/fixtures.ts';
import { defaultLimits } from '../limits.ts';
import { createMemoryStore } from '../memory-store.ts';
import { nextKind } from '../next-kind.ts';
import { project } from '../project.ts';
import { recallState } from './recall-state.ts';
import { recallOf } from './recall-trail.ts';

const order: Step = ['recall', { outcome: 'recall', order: withdrawal() }];
const correct: Step = ['recall', { outcome: 'recall', order: correction() }];
const out: Step = ['send', confirmed];
const nobody: Step = ['send', { outcome: 'blocked' }, undefined, { begun: false }];
const gone = { outcome: 'already-gone' } as const;
const person = { outcome: 'needs-person' } as const;

const store = createMemoryStore();
await store.create(newDelivery());
const [fresh] = await store.list({});
const rowAfter = (...steps: Step[]) => project(fresh!, trailOf(...steps), defaultLimits, () => 0);
const stateOf = (...steps: Step[]) => {
  const part = recallOf(trailOf(...steps));
  return part && recallState(part);
};
const many = (count: number, step: Step): Step[] => Array.from({ length: count }, () => step);

describe('what must be done, and how far it is', () => {
  it.each<[string, Step[], string | null, string | null]>([
    ['nobody has ordered anything', [out], null, null],
    ['it was out: take it back', [out, order], 'withdraw', 'due'],
    ['it was out: put it right', [out, correct], 'correct', 'due'],
    ['it never left the house', [nobody, order], null, 'gone'],
    ['nothing was ever tried', [order], null, 'gone'],
    [
      'a person had seen it out there, though nothing was sent',
      [nobody, ['look', confirmed], order],
      'withdraw',
      'due',
    ],
    ['a person had taken it off before', [out, ['look', { outcome: 'withdrawn' }], order], null, 'deleted'],
    ['nobody knows whether it is out: first look', [['send', unknown], order], 'look', 'due'],
    ['the platform has not said yet: first look', [['send', sent], order], 'look', 'due'],
    ['a crash in the middle of sending: first look', [['send', crashed], order], 'look', 'due'],
    ['the send would be repeated: never again', [['send', retry], order], 'withdraw', 'due'],
    [
      'looked at ten times in vain: take it back all the same',
      [['send', unknown], order, ...many(10, ['look', unknown])],
      'withdraw',
      'due',
    ],
    ['refused, but it had reached out', [['send', refused], order], 'withdraw', 'due'],
    ['the platform is busy', [out, order, ['withdraw', retry]], 'withdraw', 'running'],
    [
      'the answer was lost: ask before it is done again',
      [out, order, ['withdraw', unknown]],
      'look-withdrawn',
      'running',
    ],
    ['a lost correction is sent again, for nobody can ask', [out, correct, ['correct', unknown]], 'correct', 'running'],
    [
      'asked five times without an answer',
      [out, order, ['withdraw', unknown], ...many(5, ['look-withdrawn', unknown])],
      'withdraw',
      'running',
    ],
    [
      'asked four times without an answer',
      [out, order, ['withdraw', unknown], ...many(4, ['look-withdrawn', unknown])],
      'look-withdrawn',
      'running',
    ],
    [
      'a look sees nothing there: a draft may be',
      [out, order, ['withdraw', unknown], ['look-withdrawn', gone]],
      'withdraw',
      'running',
    ],
    [
      'a look wants a person: the withdrawal says how',
      [out, order, ['withdraw', unknown], ['look-withdrawn', person]],
      'withdraw',
      'running',
    ],
    ['deleted', [out, order, ['withdraw', { outcome: 'deleted' }]], null, 'deleted'],
    ['somebody was quicker', [out, order, ['withdraw', gone]], null, 'deleted'],
    ['what was never seen out is not there', [['send', unknown], order, ['withdraw', gone]], null, 'gone'],
    ['put right', [out, correct, ['correct', { outcome: 'corrected' }]], null, 'corrected'],
    ['nothing there to be put right', [out, correct, ['correct', gone]], null, 'gone'],
    ['told, no answer yet', [out, order, ['withdraw', { outcome: 'notified', reference: 'n' }]], null, 'no-receipt'],
    ['cannot be taken back', [out, order, ['withdraw', { outcome: 'irrevocable' }]], null, 'irrevocable'],
    ['a person is needed', [out, order, ['withdraw', person]], null, 'person'],
    ['a person did it', [out, order, ['withdraw', person], ['look', { outcome: 'withdrawn' }]], null, 'deleted'],
    [
      'a second order counts, the first no longer',
      [out, correct, ['correct', { outcome: 'corrected' }], order],
      'withdraw',
      'due',
    ],
    [
      'taken back for one order, then put right by another',
      [out, order, ['withdraw', { outcome: 'deleted' }], correct],
      'correct',
      'due',
    ],
  ])('%s', (_what, steps, next, state) => {
    expect(stateOf(...steps)).toBe(state);
    expect(nextKind(trailOf(...steps))).toBe(next);
  });

  it.each(receiptResults)('an outlet answers “%s”', (receipt) => {
    const answered: Step = ['look', { outcome: 'receipt', receipt }];
    const told: Step = ['withdraw', { outcome: 'notified', reference: 'n' }];
    // In print, a correction must still be asked for.
    expect(stateOf(out, order, told, answered)).toBe(receipt === 'printed' ? 'person' : receipt);
    expect(nextKind(trailOf(out, order, told, answered))).toBeNull();
  });

  it.each([
    [9, 'running', 'withdraw'],
    [10, 'person', 'withdraw'],
    [39, 'person', 'withdraw'],
    [40, 'person', null],
  ])('after %i withdrawals in vain: %s', (tries, state, next) => {
    const steps = [out, order, ...many(tries, ['withdraw', retry])];
    expect(stateOf(...steps)).toBe(state);
    expect(nextKind(trailOf(...steps))).toBe(next);
  });
});

describe('the row of such a copy', () => {
  it.each<[string, Step[], object]>([
    [
      'taken back',
      [out, order, ['withdraw', { outcome: 'deleted' }]],
      { state: 'withdrawn', nextAt: null, superseded: false },
    ],
    [
      'never out: a newer release may take its place',
      [nobody, order],
      { state: 'skipped', superseded: true, nextAt: null },
    ],
    ['ordered while it waited for its minute', [order], { state: 'skipped', superseded: true, nextAt: null }],
    [
      'ordered while it was to be sent again: nothing is pending any more',
      [['send', retry], order],
      { state: 'unknown' },
    ],
    ['ordered after it was out', [out, order], { state: 'confirmed', recall: 'due', nextAt: later(60_000) }],
    [
      'busy: a while later',
      [out, order, ['withdraw', { outcome: 'retry', after: 90_000 }]],
      { nextAt: later(120_000 + 90_000) },
    ],
    [
      'in vain ten times: an hour later',
      [out, order, ...many(10, ['withdraw', retry])],
      { nextAt: later(11 * 60_000 + 3_600_000) },
    ],
    [
      'corrected',
      [out, correct, ['correct', { outcome: 'corrected' }]],
      { state: 'confirmed', recall: 'corrected', nextAt: null },
    ],
  ])('%s', (_what, steps, row) =>
    expect(rowAfter(...steps)).toMatchObject({ recallAt: withdrawal().at, attempts: steps.length, ...row }),
  );

  it('what was never out says so beside the reason', () =>
    expect(rowAfter(nobody, order).note).toBe('第2步。这一份没有发出。'));

  it('after ten times in vain a person reads what to do meanwhile, each for what was ordered', () => {
    const note = (ordered: Step, kind: 'withdraw' | 'correct', result: AttemptResult = retry) =>
      rowAfter(out, ordered, ...many(10, [kind, result])).note;
    expect(note(order, 'withdraw')).toMatch(/^第12步。已试 10 次没有办成。.*\?d=d 结尾.*“已从平台撤下”/);
    expect(note(correct, 'correct')).toMatch(/^第12步。已试 10 次没有办成。.*\?d=d 结尾.*照更正改好/);
    expect(note(order, 'withdraw', person)).toBe('第12步。');
  });
});
