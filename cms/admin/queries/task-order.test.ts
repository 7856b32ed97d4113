import { expect, it } from 'vitest';
import { aTask } from '../testing/rows.ts';
import type { Task } from './my-work.ts';
import { inOrder, isOverdue } from './task-order.ts';

const now = new Date('2026-06-14T10:00:00+08:00');
const at = (text: string) => new Date(`2026-06-${text}:00+08:00`);
const tasks: Record<string, Partial<Task>> = {
  'given to me': { mine: true },
  overdue: { reviewDue: at('13T18:00') },
  'planned today': { due: at('14T12:00') },
  'to be reviewed tomorrow': { reviewDue: at('15T09:00') },
  'planned tomorrow early': { due: at('15T08:00') },
  'planned tomorrow late': { due: at('15T20:00') },
  'waits long': { since: at('01T09:00') },
  waits: { since: at('13T09:00') },
};
const order = (names: string[]) =>
  names
    .map((id) => aTask({ id, ...tasks[id] }))
    .sort(inOrder(now))
    .map(({ id }) => id);
const right = [
  'given to me',
  'overdue',
  'planned today',
  'planned tomorrow early',
  'planned tomorrow late',
  'to be reviewed tomorrow',
  'waits long',
  'waits',
];

it('mine, overdue, the nearest day, the planned time, the longest wait: whatever the order they come in', () => {
  for (let turn = 0; turn < right.length; turn += 1) {
    const turned = [...right.slice(turn), ...right.slice(0, turn)];
    expect(order(turned)).toEqual(right);
    expect(order(turned.reverse())).toEqual(right);
  }
});

it('is an order: turned round it says the contrary, and nothing comes before itself', () => {
  const all = Object.keys(tasks).map((id) => aTask({ id, ...tasks[id] }));
  const compare = inOrder(now);
  for (const a of all) for (const b of all) expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
  for (const a of all)
    for (const b of all)
      for (const c of all) if (compare(a, b) < 0 && compare(b, c) < 0) expect(compare(a, c)).toBeLessThan(0);
});

it('overdue is what should have been done before now; what is no review never is', () => {
  expect(
    [at('14T09:59'), at('14T10:00'), at('14T10:01'), null, undefined].map((reviewDue) =>
      isOverdue(reviewDue === undefined ? {} : { reviewDue }, now),
    ),
  ).toEqual([true, false, false, false, false]);
});
