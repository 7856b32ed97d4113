import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { openDatabase } from '../../cms/sqlite/open-database.ts';

let root: string;
let database: DatabaseSync | null = null;
const now = new Date('2026-03-14T02:00:00Z');
const place = (name: string, given: { DATABASE_URL?: string } = {}) => ({
  DATA_DIR: join(root, name),
  sqliteFile: join(root, name, 'chengxin.db'),
  DATABASE_URL: undefined,
  ...given,
});
const live = () => place('data');
const copy = () => join(root, 'copy');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'chengxin-backup-'));
  await mkdir(join(root, 'data/media/x'), { recursive: true });
  await mkdir(join(root, 'data/snapshot'));
  await writeFile(join(root, 'data/media/x/图.jpg'), 'picture');
  await writeFile(join(root, 'data/snapshot/page.html'), 'made again');
  await writeFile(join(root, 'data/secret'), 'only-for-tests', { mode: 0o600 });
  // Held open and written in WAL mode, as by a running product.
  database = openDatabase(live().sqliteFile);
  database.exec("PRAGMA journal_mode = WAL; CREATE TABLE story (title TEXT); INSERT INTO story VALUES ('示例稿')");
});
afterEach(async () => {
  database?.close();
  database = null;
  await rm(root, { recursive: true, force: true });
});

const titles = (file: string) => {
  const db = openDatabase(file);
  const rows = db
    .prepare('SELECT title FROM story')
    .all()
    .map((row) => row.title);
  db.close();
  return rows;
};

it('comes back as it was, also what was only in the write-ahead log, and private things stay private', async () => {
  const { files } = await backup(live(), copy(), now);
  expect(files.map((f) => f.path)).toEqual(['chengxin.db', 'media/x/图.jpg', 'secret']);
  expect((await stat(copy())).mode & 0o077).toBe(0);
  database?.exec("INSERT INTO story VALUES ('后来的')");
  const again = place('again');
  expect(await restore(again, copy(), { force: false, now })).toMatchObject({ kept: null, madeAt: now.toISOString() });
  expect(titles(again.sqliteFile)).toEqual(['示例稿']);
  expect(await readFile(join(again.DATA_DIR, 'media/x/图.jpg'), 'utf8')).toBe('picture');
  expect((await stat(join(again.DATA_DIR, 'secret'))).mode & 0o777).toBe(0o600);
  expect(existsSync(join(again.DATA_DIR, '.restoring'))).toBe(false);
});

it('does not go over data that is there; with force it is moved aside and not deleted', async () => {
  await backup(live(), copy(), now);
  database?.exec("INSERT INTO story VALUES ('后来的')");
  database?.close();
  database = null;
  await expect(restore(live(), copy(), { force: false, now })).rejects.toThrow('里已经有数据，没有恢复');
  expect(titles(live().sqliteFile)).toEqual(['示例稿', '后来的']);
  const { kept } = await restore(live(), copy(), { force: true, now });
  expect(titles(live().sqliteFile)).toEqual(['示例稿']);
  expect(titles(join(kept ?? '', 'chengxin.db'))).toEqual(['示例稿', '后来的']);
});

it('a damaged, incomplete or crafted backup changes nothing', async () => {
  await backup(live(), copy(), now);
  const again = place('again');
  const attempt = () => restore(again, copy(), { force: true, now });
  const manifest = await readFile(join(copy(), 'manifest.json'), 'utf8');
  await appendFile(join(copy(), 'secret'), 'x');
  await expect(attempt()).rejects.toThrow('secret 与做备份时不一样（校验和不符）');
  await rm(join(copy(), 'secret'));
  await expect(attempt()).rejects.toThrow('备份里缺 secret');
  await writeFile(join(copy(), 'manifest.json'), manifest.replace('"secret"', '"../secret"'));
  await expect(attempt()).rejects.toThrow('manifest.json 看不懂');
  await rm(join(copy(), 'manifest.json'));
  await expect(attempt()).rejects.toThrow('不是完整的备份');
  expect(existsSync(again.DATA_DIR)).toBe(false);
});

it('says where it cannot: a folder in use, inside the data, no data yet, another kind of database', async () => {
  await expect(backup(live(), join(root, 'data/media'), now)).rejects.toThrow('不能放在数据目录里面');
  await expect(backup(live(), root, now)).rejects.toThrow('里已经有文件');
  await expect(backup(place('none'), copy(), now)).rejects.toThrow('还没有数据库');
  await backup(live(), copy(), now);
  await expect(
    restore(place('again', { DATABASE_URL: 'mongodb://127.0.0.1/chengxin' }), copy(), { force: true, now }),
  ).rejects.toThrow('这份备份里的数据库是 SQLite 的，现在用的是 MongoDB');
});

it('the register of what was taken back is in no backup, and stays where it is when one is restored', async () => {
  await mkdir(join(root, 'data/register'));
  await writeFile(join(root, 'data/register/entries.jsonl'), 'old\n');
  const { files } = await backup(live(), copy(), now);
  expect(files.map((f) => f.path).filter((path) => path.startsWith('register'))).toEqual([]);
  await appendFile(join(root, 'data/register/entries.jsonl'), 'newer than the backup\n');
  database?.close();
  database = null;
  const { kept } = await restore(live(), copy(), { force: true, now });
  expect(await readFile(join(root, 'data/register/entries.jsonl'), 'utf8')).toBe('old\nnewer than the backup\n');
  expect(existsSync(join(kept ?? '', 'register'))).toBe(false);
  await rm(join(root, 'data'), { recursive: true });
  await mkdir(join(root, 'data/register'), { recursive: true });
  // Alone it is no data: nothing is in the way of a restore.
  await restore(live(), copy(), { force: false, now });
});

it("the audit trail's checkpoints are copied, and before the database", async () => {
  await mkdir(join(root, 'data/audit'));
  await writeFile(join(root, 'data/audit/checkpoints.jsonl'), 'line\n');
  const { files } = await backup(live(), copy(), now);
  expect(files.map((f) => f.path)).toContain('audit/checkpoints.jsonl');
  const made = async (name: string) => (await stat(join(copy(), name))).birthtimeMs;
  expect(await made('audit/checkpoints.jsonl')).toBeLessThanOrEqual(await made('chengxin.db'));
});
