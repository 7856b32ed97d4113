import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchChanges } from '../server/watch-changes.ts';
import { Snapshot } from './snapshot.ts';

const end = '2026-06-30T16:00:00.000Z';
let root: string;
let now: number;
const open = () => Snapshot.open({ root, now: () => now, pause: 0 });
const at = (path: string): URL => new URL(path, 'http://site.invalid');
const page =
  (text: string, tags: string, headers: Record<string, string> = {}) =>
  async () =>
    new Response(text, { headers: { 'content-type': 'text/html', 'cache-tag': tags, ...headers } });
const broken = () => Promise.reject(new Error('数据库连不上（测试）'));
const show = async (response: Response): Promise<string> =>
  `${response.headers.get('x-snapshot')}:${await response.text()}`;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'snapshot-'));
  now = Date.parse(end) - 60_000;
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('a page that shows what ends is shown until then and not a moment longer; others stay', async () => {
  const snapshot = await open();
  snapshot.expect([{ at: end, tags: ['story:1', 'column:cases'] }]);
  await snapshot.serve(at('/c/cases/'), page('名单', 'column:cases'));
  await snapshot.serve(at('/about/'), page('关于', 'region'));
  now = Date.parse(end) - 1;
  expect(await show(await snapshot.serve(at('/c/cases/'), broken))).toBe('hit:名单');
  now = Date.parse(end);
  expect(await snapshot.hit('/c/cases')).toBeNull();
  expect(await snapshot.standIn('/c/cases')).toBeNull();
  await expect(snapshot.serve(at('/c/cases/'), broken)).rejects.toThrow('数据库连不上');
  expect(await show(await snapshot.serve(at('/about/'), broken))).toBe('hit:关于');
  expect(await show(await snapshot.serve(at('/c/cases/'), page('没有它的名单', 'column:cases')))).toBe(
    'new:没有它的名单',
  );
});

test('a page kept before the end was known learns of it, and a new process knows from the file', async () => {
  const first = await open();
  await first.serve(at('/c/cases/'), page('名单', 'column:cases'));
  first.expect([{ at: end, tags: ['column:cases'] }]);
  await first.serve(at('/s/1/'), page('报道', 'story:1,until%3A2026-06-30T16%3A00%3A00.000Z'));
  now = Date.parse(end);
  expect([await first.hit('/c/cases'), await first.hit('/s/1')]).toEqual([null, null]);
  const second = await open();
  expect(await second.standIn('/s/1')).toBeNull();
  now -= 1;
  expect(await second.standIn('/s/1')).not.toBeNull();
});

test('nobody is told to keep it longer', async () => {
  const snapshot = await open();
  snapshot.expect([{ at: end, tags: ['picture:a'] }]);
  const answer = await snapshot.serve(
    at('/media/a.webp'),
    page('图', 'picture:a', { 'cache-control': 'public, max-age=3600' }),
  );
  expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
});

test('at its instant the watch invalidates what shows it and deletes its own files, also while the database is away', async () => {
  const snapshot = await open();
  await snapshot.serve(at('/s/7/'), page('报道', 'story:7'));
  let looks = 0;
  const changes = {
    poll: async () => {
      looks += 1;
      if (looks > 1) throw new Error('数据库连不上（测试）');
      return [];
    },
    endings: () => [{ serial: 7, at: end, tags: ['story:7'] }],
  };
  const stop = watchChanges({
    snapshot,
    changes,
    today: () => '2026-06-30',
    now: () => now,
    log: () => undefined,
    every: 1,
  });
  while (looks < 3) await new Promise((done) => setTimeout(done, 1));
  expect(snapshot.knows('/s/7')).toBe(true);
  now = Date.parse(end);
  while (snapshot.knows('/s/7')) await new Promise((done) => setTimeout(done, 1));
  await stop();
});
