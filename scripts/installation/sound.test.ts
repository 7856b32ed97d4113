import { mkdir, mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkIntegrity } from '../../cms/sqlite/check-integrity.ts';
import { openDatabase } from '../../cms/sqlite/open-database.ts';
import { backup } from '../backup/backup.ts';
import { copiesIn, copyBefore } from './copies.ts';
import { requireSound } from './sound.ts';

let root: string;
const place = () => ({
  DATA_DIR: join(root, 'data'),
  sqliteFile: join(root, 'data/chengxin.db'),
  DATABASE_URL: undefined,
});
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'chengxin-sound-'));
  await mkdir(join(root, 'data/media'), { recursive: true });
  await writeFile(join(root, 'data/media/a.webp'), 'picture');
  const database = openDatabase(place().sqliteFile);
  database.exec('CREATE TABLE story (id TEXT PRIMARY KEY, body TEXT)');
  for (let n = 0; n < 300; n += 1) database.exec(`INSERT INTO story VALUES ('${n}', hex(randomblob(300)))`);
  database.close();
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Ways in which disks and people spoil a file. */
const spoil: Record<string, (file: string) => Promise<void>> = {
  'a page of zeroes': async (file) => {
    const handle = await open(file, 'r+');
    await handle.write(Buffer.alloc(4096), 0, 4096, 4096 * 2);
    await handle.close();
  },
  'cut short': (file) => truncate(file, 4096 * 7),
  'not a database': (file) => writeFile(file, '并不是数据库'.repeat(2000)),
};

describe.each(Object.entries(spoil))('a database with %s', (_name, damage) => {
  it('is one sentence that names restore; a backup of it is put aside and not called good', async () => {
    await damage(place().sqliteFile);
    const before = await readFile(join(place().DATA_DIR, 'chengxin.db'));
    expect((await checkIntegrity(place().sqliteFile)).state).toBe('damaged');
    await expect(requireSound(place())).rejects.toThrow(/损坏了.*什么都没有改动.*npx chengxin restore/);
    const target = join(root, 'copy');
    await expect(backup(place(), target, new Date('2026-11-27T12:00:00Z'))).rejects.toThrow('这不是一份能用的备份');
    expect(await readFile(join(target, 'chengxin.db'))).toEqual(before);
    await expect(readFile(join(target, 'manifest.json'))).rejects.toThrow('ENOENT');
    expect(await readFile(join(place().DATA_DIR, 'chengxin.db'))).toEqual(before);
  });
});

it.each([
  ['empty', '是空的'],
  ['gone', '不见了'],
])('a database that is %s beside its pictures is not taken for a new installation', async (how, said) => {
  if (how === 'empty') await writeFile(join(place().DATA_DIR, 'chengxin.db'), '');
  else await rm(join(place().DATA_DIR, 'chengxin.db'));
  await expect(requireSound(place())).rejects.toThrow(new RegExp(`${said}.*图片.*npx chengxin restore`));
  await rm(join(place().DATA_DIR, 'media'), { recursive: true });
  expect(await requireSound(place())).toBe('new');
});

it('copies before upgrades are complete, have numbers, are never written over, and three are kept', async () => {
  const log = openDatabase(place().sqliteFile);
  log.exec("PRAGMA journal_mode = WAL; INSERT INTO story VALUES ('只在日志里', '')");
  const now = new Date('2026-11-27T12:00:00Z');
  for (const name of ['0011_a', '0011_a', '0012_b', '0013_c']) await copyBefore(place(), name, now);
  log.close();
  const copies = await copiesIn(place().DATA_DIR);
  expect(copies.map((path) => path.replace(/^.*before-/, ''))).toEqual([
    '0012-20261127120000',
    '0013-20261127120000',
    '0011-20261127120001',
  ]);
  const copy = openDatabase(join(copies[0]!, 'chengxin.db'), { readOnly: true });
  expect(copy.prepare("SELECT count(*) AS n FROM story WHERE id = '只在日志里'").get()?.['n']).toBe(1);
  copy.close();
  expect(await readFile(join(copies[0]!, 'media/a.webp'), 'utf8')).toBe('picture');
  expect(await requireSound(place())).toBe('ok');
});
