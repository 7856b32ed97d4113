import { expect, it } from 'vitest';
import { createRandom } from '../calendar/testing/random.ts';
import { askInChunks, atOnce, inChunks } from './in-chunks.ts';

it('every item is in one part, in its order, and no part is too large or empty', () => {
  const random = createRandom(7);
  for (let round = 0; round < 300; round += 1) {
    const items = Array.from({ length: random.int(0, 40) }, (_, i) => i);
    const size = random.int(1, 12);
    const parts = [...inChunks(items, size)];
    expect(parts.flat()).toEqual(items);
    expect(parts.slice(0, -1).every((part) => part.length === size)).toBe(true);
    expect(parts.every((part) => part.length > 0 && part.length <= size)).toBe(true);
  }
  expect([...inChunks([])]).toEqual([]);
  expect([...inChunks(Array.from({ length: atOnce + 1 }, () => 0))].map((part) => part.length)).toEqual([atOnce, 1]);
});

it('a size with which it would never end is refused', () => {
  for (const size of [0, -1, 1.5, Number.NaN]) expect(() => [...inChunks([1], size)]).toThrow(RangeError);
});

it('asks one part after the other, answers in order, and an answer that fails fails the whole', async () => {
  let running = 0;
  const ask = async (some: number[]) => {
    running += 1;
    expect(running).toBe(1);
    await Promise.resolve();
    running -= 1;
    return some.flatMap((one) => (one % 2 === 0 ? [one, -one] : []));
  };
  expect(await askInChunks([1, 2, 3, 4, 5], ask, 2)).toEqual([2, -2, 4, -4]);
  await expect(
    askInChunks([1, 2, 3], (some) => (some.includes(3) ? Promise.reject(new Error('gone')) : Promise.resolve(some)), 2),
  ).rejects.toThrow('gone');
});
