import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chengxin-log-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process whose stdout is that descriptor; it prints, waits and prints again. */
const run = (stdout: number, ...first: string[]) =>
  spawnSync(
    process.execPath,
    [
      ...first,
      '-e',
      "console.log('one'); setTimeout(() => { console.log('two'); setTimeout(() => process.exit(7), 50); }, 50)",
    ],
    { stdio: ['ignore', stdout, 'pipe'] },
  );
const steady = ['--import', './scripts/supervise/steady-output.mjs'];

it('a log file that takes nothing ends a process of Node, and not one of ours', () => {
  const file = join(folder, 'full.log');
  writeFileSync(file, '');
  // Opened for reading: every write fails, as on a full disk.
  expect(run(openSync(file, 'r')).status).not.toBe(7);
  expect(run(openSync(file, 'r'), ...steady).status).toBe(7);
});

it('where there is room everything is written, in order', () => {
  const file = join(folder, 'good.log');
  expect(run(openSync(file, 'a'), ...steady).status).toBe(7);
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
});
