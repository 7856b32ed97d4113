import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { trailOf } from '../../cms/audit/trail-of.ts';
import { testCms, type TestCms } from '../../cms/testing/test-cms.ts';
import { outside } from '../../cms/sqlite/testing/outside.ts';

let cms: TestCms;
const empty = mkdtempSync(join(tmpdir(), 'chengxin-empty-'));
beforeAll(async () => {
  cms = await testCms();
  for (let i = 0; i < 3; i += 1) {
    await cms.payload.create({
      collection: 'users',
      data: { name: `示例${i}`, email: `a${i}@example.org`, password: 'correct horse battery', roles: ['author'] },
    });
  }
  trailOf(cms.payload)?.flush();
});
afterAll(async () => {
  await cms.close();
  rmSync(empty, { recursive: true, force: true });
});

const verify = (dataDir: string, ...more: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', NODE_OPTIONS: '' };
    const child = execFile(
      process.execPath,
      ['scripts/cli/main.ts', 'audit', 'verify', ...more],
      { env },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

it('a product that runs is whole: 0, and JSON says so', async () => {
  const { code, out } = await verify(cms.dataDir, '--json');
  // On a busy machine the rows take longer than one checkpoint's while.
  expect([code, JSON.parse(out)]).toEqual([
    0,
    { ok: true, rows: 6, firstBad: null, checkpoints: expect.any(Number), uncovered: 0 },
  ]);
});

it('a folder where nothing was ever started is whole, has no rows, and stays as it is', async () => {
  expect(await verify(join(empty, 'data'))).toMatchObject({ code: 0, out: expect.stringContaining('还没有审计记录') });
  expect(readdirSync(empty)).toEqual([]);
});

it('one that was bent: 1, the row and a sentence', async () => {
  await outside(join(cms.dataDir, 'chengxin.db'), "UPDATE audit SET actor_name = '别人' WHERE seq = 4");
  const { code, out } = await verify(cms.dataDir, '--json');
  expect([code, JSON.parse(out)]).toEqual([
    1,
    expect.objectContaining({ ok: false, firstBad: { seq: 4, reason: expect.stringContaining('第4行的内容被改过') } }),
  ]);
  expect((await verify(cms.dataDir)).out).toContain('✗ 审计记录被动过，第一处在第4行');
});

it('anything else after audit is refused in a sentence', async () => {
  const child = await new Promise<{ code: number | null; err: string }>((resolve) => {
    const run = execFile(
      process.execPath,
      ['scripts/cli/main.ts', 'audit', 'mend'],
      { env: { ...process.env, NODE_OPTIONS: '' } },
      (_error, _out, err) => resolve({ code: run.exitCode, err }),
    );
  });
  expect(child).toMatchObject({ code: 2, err: expect.stringContaining('请写 verify。') });
});
