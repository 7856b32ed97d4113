import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settleRestore } from './move-in.ts';

let dir: string;
const settings = () => ({ DATA_DIR: dir, sqliteFile: join(dir, 'chengxin.db') });
const read = (name: string) => readFile(join(dir, name), 'utf8');
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'chengxin-move-'));
  for (const name of ['media', '.restoring/media']) await mkdir(join(dir, name), { recursive: true });
  for (const [name, text] of [
    ['chengxin.db', 'old'],
    ['chengxin.db-wal', 'old log'],
    ['media/a', 'old'],
    ['.restoring/chengxin.db', 'new'],
    ['.restoring/media/a', 'new'],
  ] as const)
    await writeFile(join(dir, name), text);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('killed while it copied: nothing has changed', async () => {
  expect(await settleRestore(settings())).toBe('undone');
  expect([await read('chengxin.db'), await read('media/a'), existsSync(join(dir, '.restoring'))]).toEqual([
    'old',
    'old',
    false,
  ]);
  expect(await settleRestore(settings())).toBeNull();
});

// The moves in their order; killed after each of them the rest is done by the next start.
const moves: [string, string][] = [
  ['chengxin.db', 'kept/chengxin.db'],
  ['chengxin.db-wal', 'kept/chengxin.db-wal'],
  ['media', 'kept/media'],
  ['.restoring/chengxin.db', 'chengxin.db'],
  ['.restoring/media', 'media'],
];
it.each([0, 1, 2, 3, 4, 5])('killed after %d moves: carried through', async (done) => {
  await writeFile(
    join(dir, '.restoring.json'),
    JSON.stringify({ kept: 'kept', out: ['chengxin.db', 'chengxin.db-wal', 'media'] }),
  );
  if (done > 0) await mkdir(join(dir, 'kept'));
  for (const [from, to] of moves.slice(0, done)) await rename(join(dir, from), join(dir, to));
  expect(await settleRestore(settings())).toBe('finished');
  expect([await read('chengxin.db'), await read('media/a'), existsSync(join(dir, 'chengxin.db-wal'))]).toEqual([
    'new',
    'new',
    false,
  ]);
  expect([await read('kept/chengxin.db'), await read('kept/chengxin.db-wal'), await read('kept/media/a')]).toEqual([
    'old',
    'old log',
    'old',
  ]);
  expect([existsSync(join(dir, '.restoring')), existsSync(join(dir, '.restoring.json'))]).toEqual([false, false]);
});
