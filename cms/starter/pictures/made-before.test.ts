import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { bytesSchema } from '../../foreign/bytes.ts';
import type { Job } from '../../foreign/job.ts';
import type { ReadApart } from '../../foreign/read-apart.ts';
import { madeBefore } from './made-before.ts';
import type { Shelf } from './shelf.ts';

const job = {
  name: 'double',
  lane: 'picture',
  module: 'nowhere.ts',
  request: z.object({ bytes: bytesSchema, n: z.number() }),
  answer: z.object({ bytes: bytesSchema, n: z.number() }),
  limits: { cpuSeconds: 1, memoryMb: 1, wallSeconds: 1 },
} satisfies Job<z.ZodType, z.ZodType>;

const inMemory = (): Shelf & { held: Map<string, Buffer> } => {
  const held = new Map<string, Buffer>();
  return {
    held,
    get: (key) => Promise.resolve(held.get(key) ?? null),
    put: (key, bytes) => Promise.resolve(void held.set(key, Buffer.from(bytes))),
  };
};
/** Answers with the double, and counts. */
const asked = vi.fn((input: { bytes: Uint8Array; n: number }) => ({
  bytes: Buffer.concat([input.bytes, input.bytes]),
  n: input.n * 2,
}));
const reader: ReadApart = async (one, input) => one.answer.parseAsync(asked(await job.request.parseAsync(input)));
const question = (text: string, n: number) => ({ bytes: Buffer.from(text), n });

it('the same question is asked once; another picture, another number or other makers are another question', async () => {
  const shelf = inMemory();
  const read = madeBefore(shelf, 'today', reader);
  const first = await read(job, question('a', 1));
  expect(await read(job, question('a', 1))).toEqual(first);
  expect(first).toEqual({ bytes: Buffer.from('aa'), n: 2 });
  expect(asked).toHaveBeenCalledTimes(1);
  expect((await read(job, question('b', 1))).bytes).toEqual(Buffer.from('bb'));
  expect((await read(job, question('a', 2))).n).toBe(4);
  await madeBefore(shelf, 'tomorrow', reader)(job, question('a', 1));
  expect(asked).toHaveBeenCalledTimes(4);
});

it('what lies there and is no answer is asked anew, and the answer takes its place', async () => {
  const shelf = inMemory();
  const read = madeBefore(shelf, 'today', reader);
  const first = await read(job, question('c', 1));
  const [key = ''] = shelf.held.keys();
  const whole = shelf.held.get(key);
  const before = asked.mock.calls.length;
  for (const nonsense of [Buffer.from('nonsense'), Buffer.from(whole!.subarray(0, -3)), Buffer.alloc(0)]) {
    shelf.held.set(key, nonsense);
    expect(await read(job, question('c', 1))).toEqual(first);
    expect(shelf.held.get(key)).toEqual(whole);
  }
  expect(asked.mock.calls.length - before).toBe(3);
});
