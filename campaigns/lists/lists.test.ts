import { expect, it } from 'vitest';
import { append } from './append.ts';
import { least } from './least.ts';

/** More than a call has room for: a city of ten years changes so many rows in one upgrade. */
const many = 400_000;

it('any number is added to the end, in its order', () => {
  const list = [-1];
  append(
    list,
    Array.from({ length: many }, (_, n) => n),
  );
  append(list, new Set([7]));
  expect([list.length, list[0], list[1], list.at(-2), list.at(-1)]).toEqual([many + 2, -1, 0, many - 1, 7]);
});

it('the smallest of any number of numbers; none has no smallest', () => {
  expect(least(Array.from({ length: many }, (_, n) => many - n))).toBe(1);
  expect([least([]), least([3, -2, 5]), least([0])]).toEqual([null, -2, 0]);
});
