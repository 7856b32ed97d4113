import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { checkIntegrity } from './check-integrity.ts';
import { copyDatabase } from './copy-database.ts';
import { isHeld } from './held.ts';
import { openDatabase } from './open-database.ts';

let cms: TestCms;
let folder: string;
beforeAll(async () => {
  cms = await testCms();
  folder = await mkdtemp(join(tmpdir(), 'chengxin-held-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('what the CMS of this process has open, no second SQLite in it may open, by whatever name', async () => {
  const file = join(cms.dataDir, 'chengxin.db');
  expect(() => openDatabase(file)).toThrow('本进程正开着数据库');
  await symlink(cms.dataDir, join(folder, 'link'));
  expect(() => openDatabase(join(folder, 'link/chengxin.db'))).toThrow('本进程正开着数据库');
  await expect(copyDatabase(file, join(folder, 'copy.db'))).rejects.toThrow('本进程正开着数据库');
  // Asked in a process of its own, it may be looked at any time.
  expect(await checkIntegrity(file, { full: true })).toEqual({ state: 'ok', why: null });
  await cms.close();
  expect(isHeld(file)).toBe(false);
});
