import { mkdtemp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStaticFiles } from './static-files.ts';

// What could not be read once is asked for again: no failure is kept.
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'chengxin-not-kept-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

it('a file that could not be read for a moment is there for the next visitor', async () => {
  await mkdir(join(root, 'client'));
  await writeFile(join(root, 'client/a.txt'), '甲');
  const files = await openStaticFiles(join(root, 'client'));
  await rename(join(root, 'client/a.txt'), join(root, 'away'));
  await expect(files('/a.txt')).rejects.toThrow('ENOENT');
  await rename(join(root, 'away'), join(root, 'client/a.txt'));
  expect(new TextDecoder().decode((await files('/a.txt'))?.body)).toBe('甲');
});
