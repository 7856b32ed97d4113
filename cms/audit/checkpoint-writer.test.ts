import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkpointFile, isGenuine, type Checkpoint } from './checkpoint.ts';
import { createCheckpointWriter } from './checkpoint-writer.ts';
import { ensureKey } from './key.ts';

let root: string;
const complaints: string[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chengxin-checkpoint-'));
  complaints.length = 0;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const clock = { now: () => new Date('2026-06-14T01:00:00Z'), sleep: async () => undefined };
const writer = (...folders: string[]) =>
  createCheckpointWriter({
    folders: folders.map((name) => join(root, name)),
    key: () => ensureKey(root),
    clock,
    complain: (text) => complaints.push(text),
  });
const lines = (name: string): Checkpoint[] =>
  readFileSync(checkpointFile(join(root, name)), 'utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Checkpoint);
const row = (seq: number) => ({ seq, hash: String(seq).padStart(64, '0') });

it('writes the newest of what waits, signed, to every place', () => {
  const { note, flush } = writer('one', 'two');
  note(row(1));
  note(row(3));
  note(row(2));
  flush();
  flush();
  expect(lines('one')).toEqual(lines('two'));
  expect(lines('one')).toMatchObject([{ seq: 3, rows: 3, at: '2026-06-14T09:00:00+08:00' }]);
  expect(lines('one').every((line) => isGenuine(ensureKey(root), line))).toBe(true);
  expect(isGenuine(ensureKey(root), { ...(lines('one')[0] as Checkpoint), seq: 2 })).toBe(false);
});

it('many rows do not wait', () => {
  const { note } = writer('one');
  for (let seq = 1; seq <= 250; seq += 1) note(row(seq));
  expect(lines('one').map(({ seq }) => seq)).toEqual([100, 200]);
});

it('a place that cannot be written is told once, and filled as soon as it can', () => {
  writeFileSync(join(root, 'two'), 'a file stands in the way');
  const { note, flush } = writer('one', 'two');
  note(row(1));
  flush();
  note(row(2));
  flush();
  expect(complaints).toEqual([expect.stringContaining('审计检查点写不进去')]);
  rmSync(join(root, 'two'));
  mkdirSync(join(root, 'two'));
  chmodSync(join(root, 'two'), 0o700);
  flush();
  expect(lines('two')).toMatchObject([{ seq: 2 }]);
});
