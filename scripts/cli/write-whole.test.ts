import { startNode } from '../../.config/start-node.ts';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeWhole } from './write-whole.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chengxin-whole-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const size = 60_000_000;
it('killed while it writes, the file of before stands; the next one is whole and leaves nothing behind', async () => {
  const file = join(folder, '方案.docx');
  await writeFile(file, 'before');
  const code = `const { writeWhole } = await import(${JSON.stringify(`${process.cwd()}/scripts/cli/write-whole.ts`)}); await writeWhole(${JSON.stringify(file)}, Buffer.alloc(${size}, 1));`;
  const child = startNode(['--input-type=module', '-e', code], { stderr: 'inherit' });
  const gone = new Promise((done) => child.once('exit', done));
  while (child.exitCode === null && (await readdir(folder)).length < 2) await new Promise((done) => setImmediate(done));
  child.kill('SIGKILL');
  await gone;
  const { length } = await readFile(file);
  expect([6, size]).toContain(length);
  await writeWhole(file, 'after');
  expect(await readdir(folder)).toEqual(['方案.docx']);
  expect(await readFile(file, 'utf8')).toBe('after');
});

it('what cannot be written leaves nothing behind', async () => {
  await expect(writeWhole(join(folder, 'none', 'a.docx'), 'x')).rejects.toThrow('ENOENT');
  expect(await readdir(folder)).toEqual([]);
});
