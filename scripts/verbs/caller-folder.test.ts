import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { lastBackupFile } from '../../cms/ops/health/process-facts.ts';
import { testCms, type TestCms } from '../../cms/testing/test-cms.ts';
import { parseWords, type Verb } from '../cli/verb.ts';
import { verb as backup } from './backup.ts';
import { verb as restore } from './restore.ts';

let cms: TestCms;
let typedIn: string;
beforeAll(async () => {
  cms = await testCms();
  // A command is a process of its own: here the file must be let go first.
  await cms.payload.destroy();
  typedIn = await mkdtemp(join(tmpdir(), 'caller-'));
  vi.stubEnv('DATA_DIR', cms.dataDir);
  vi.stubEnv('DATABASE_URL', '');
  // The wrapper runs everything in the repository root and says where the command was typed.
  vi.stubEnv('CALLED_FROM', typedIn);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(cms.dataDir, { recursive: true, force: true });
  await rm(typedIn, { recursive: true, force: true });
});

const run = (verb: Verb, ...words: string[]) => verb.run(parseWords(verb, words));

it('a backup goes where somebody stood who typed its name, and is remembered by its whole path', async () => {
  const here = await readdir('.');
  await run(backup, 'copies/today', '--json');
  expect(existsSync(join(typedIn, 'copies/today'))).toBe(true);
  expect(await readdir('.')).toEqual(here);
  expect(JSON.parse(await readFile(lastBackupFile(cms.dataDir), 'utf8'))).toMatchObject({
    dir: join(typedIn, 'copies/today'),
  });
});

it('a restore looks for it there too', async () => {
  const fresh = await mkdtemp(join(tmpdir(), 'restored-'));
  vi.stubEnv('DATA_DIR', join(fresh, 'data'));
  await expect(run(restore, 'copies/yesterday')).rejects.toThrow(join(typedIn, 'copies/yesterday'));
  await rm(fresh, { recursive: true, force: true });
});
