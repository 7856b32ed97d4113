import { expect, it } from 'vitest';
import { inTime } from './in-time.ts';

const never = () => new Promise<never>(() => undefined);

it('gives what comes in time, and passes on what fails, also at once', async () => {
  expect(await inTime(60_000, async () => 1)).toBe(1);
  await expect(
    inTime(60_000, async () => {
      throw new Error('坏了。');
    }),
  ).rejects.toThrow('坏了。');
  await expect(
    inTime(60_000, () => {
      throw new Error('立刻坏了。');
    }),
  ).rejects.toThrow('立刻坏了。');
});

it('waits no longer, says so, and tells whoever works', async () => {
  let aborted: AbortSignal | null = null;
  await expect(inTime(1, (signal) => ((aborted = signal), never()))).rejects.toThrow(/没有答复。$/);
  expect((aborted as AbortSignal | null)?.aborted).toBe(true);
});

it('what fails when nobody waits any more disturbs nobody', async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  await expect(inTime(1, () => promise)).rejects.toThrow('没有答复');
  reject(new Error('太晚了'));
  await expect(promise).rejects.toThrow('太晚了');
});
