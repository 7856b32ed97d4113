import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

it('work of one name waits for the one before, also when that failed; other work does not', async () => {
  const seen: string[] = [];
  let go!: () => void;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const first = inTurn('a', async () => {
    await gate;
    seen.push('first');
    throw new Error('lost');
  });
  const second = inTurn('a', async () => seen.push('second'));
  await inTurn('b', async () => seen.push('other'));
  await inTurn(null, async () => seen.push('nameless'));
  go();
  await expect(first).rejects.toThrow('lost');
  await second;
  expect(seen).toEqual(['other', 'nameless', 'first', 'second']);
});
