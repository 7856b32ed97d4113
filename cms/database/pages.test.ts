import { expect, it } from 'vitest';
import { pages } from './pages.ts';

const tableOf = (rows: number[]) => ({
  rows,
  ask: async (after: number | null) =>
    rows
      .filter((row) => row > (after ?? -1))
      .sort((a, b) => a - b)
      .slice(0, 3),
});
const self = (row: number) => row;

it('gives every row once, and ends', async () => {
  for (const count of [0, 1, 3, 4, 9, 10]) {
    const all = Array.from({ length: count }, (_, i) => i * 2);
    const found: number[] = [];
    for await (const page of pages(tableOf(all).ask, self)) found.push(...page);
    expect(found).toEqual(all);
  }
});

it('a row deleted from a page already read hides none of the next, and one added behind is seen', async () => {
  const { ask, rows } = tableOf([0, 2, 4, 6, 8]);
  const found: number[] = [];
  for await (const page of pages(ask, self)) {
    found.push(...page);
    if (page.includes(0)) rows.splice(0, 2, 9);
  }
  expect(found).toEqual([0, 2, 4, 6, 8, 9]);
});

it('an order that does not go on is an error and no endless loop', async () => {
  const again = async () => {
    for await (const page of pages(async () => [1], self)) expect(page).toEqual([1]);
  };
  await expect(again()).rejects.toThrow('that row again');
});
