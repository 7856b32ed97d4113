import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { answering, type Job } from '../job.ts';

/** A job that does whatever a hostile file could make a reader do; for tests alone. */
export const misbehave = {
  name: 'misbehave',
  lane: 'document',
  module: 'cms/foreign/testing/misbehave.ts',
  request: z.object({ how: z.string() }),
  answer: z.object({ said: z.string() }),
  limits: { cpuSeconds: 4, memoryMb: 700, wallSeconds: 120 },
} satisfies Job<z.ZodType, z.ZodType>;

const kept: Buffer[] = [];
const ways: Record<string, () => unknown> = {
  abort: () => process.abort(),
  exit: () => process.exit(0),
  spin: () => {
    for (;;);
  },
  // Native memory, outside the heap: only the process's own size tells.
  fill: () => {
    for (;;) kept.push(Buffer.alloc(32 * 1024 * 1024, 1));
  },
  heap: () => {
    const all: number[][] = [];
    for (;;) all.push(new Array<number>(1_000_000).fill(all.length + 0.5));
  },
  hang: () => new Promise(() => undefined),
  reject: () => {
    void Promise.reject(new Error('later'));
    return new Promise(() => undefined);
  },
  throw: () => {
    throw new Error('no');
  },
  lie: () => ({ said: 7 }),
  write: () => {
    writeFileSync('data/should-not-be', 'x');
    return { said: 'wrote' };
  },
  read: () => ({ said: readFileSync('/etc/hostname', 'utf8') }),
  env: () => ({ said: Object.keys(process.env).sort().join(' ') }),
  pid: () => ({ said: String(process.pid) }),
};

export default answering(
  misbehave,
  async ({ how }) => (await (ways[how] ?? (() => ({ said: how })))()) as { said: string },
);
