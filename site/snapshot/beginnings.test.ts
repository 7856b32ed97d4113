import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchChanges } from '../server/watch-changes.ts';
import { Horizon } from './horizon.ts';
import { Snapshot } from './snapshot.ts';

const begin = '2027-03-15T01:00:00.000Z';
let root: string;
let now: number;
const open = () => Snapshot.open({ root, now: () => now, pause: 0 });
const at = (path: string): URL => new URL(path, 'http://site.invalid');
const page = (text: string, tags: string) => async () =>
  new Response(text, { headers: { 'content-type': 'text/html', 'cache-tag': tags } });
const broken = () => Promise.reject(new Error('数据库连不上（测试）'));
const show = async (response: Response): Promise<string> =>
  `${response.headers.get('x-snapshot')}:${await response.text()}`;
const coming = [{ serial: 7, at: begin, tags: ['story:7', 'column:news'] }];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'snapshot-'));
  now = Date.parse(begin) - 60_000;
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('a kept page that will lack something is shown until that minute and rendered again at it; others stay', async () => {
  const snapshot = await open();
  await snapshot.serve(at('/c/news/'), page('一篇', 'column:news'));
  await snapshot.serve(at('/about/'), page('关于', 'region'));
  snapshot.expect([], coming);
  now = Date.parse(begin) - 1;
  expect(await show(await snapshot.serve(at('/c/news/'), broken))).toBe('hit:一篇');
  now = Date.parse(begin);
  expect(await snapshot.hit('/c/news')).toBeNull();
  expect(await show(await snapshot.serve(at('/about/'), broken))).toBe('hit:关于');
  expect(await show(await snapshot.serve(at('/c/news/'), page('两篇', 'column:news')))).toBe('new:两篇');
  // Nobody has written down that it has come: what was rendered since holds it, and is kept.
  expect(await show(await snapshot.serve(at('/c/news/'), broken))).toBe('hit:两篇');
});

test('while the database is away the older page stays: nothing on it is wrong', async () => {
  const snapshot = await open();
  snapshot.expect([], coming);
  await snapshot.serve(at('/c/news/'), page('一篇', 'column:news'));
  now = Date.parse(begin);
  expect(await show(await snapshot.serve(at('/c/news/'), broken))).toBe('stale:一篇');
  expect(await snapshot.standIn('/c/news')).not.toBeNull();
});

test('a time that is moved, or given up, moves with it', async () => {
  const snapshot = await open();
  snapshot.expect([], coming);
  await snapshot.serve(at('/c/news/'), page('一篇', 'column:news'));
  snapshot.expect([], [{ ...coming[0]!, at: new Date(Date.parse(begin) + 60_000).toISOString() }]);
  now = Date.parse(begin);
  expect(await snapshot.hit('/c/news')).not.toBeNull();
  now += 60_000;
  expect(await snapshot.hit('/c/news')).toBeNull();
});

test('at its minute the watch has every page rendered again that is to show it, once, with no row written', async () => {
  const told: string[][] = [];
  const done = Promise.withResolvers<void>();
  let looks = 0;
  const snapshot = {
    invalidate: (tags: string[]) => (told.push(tags), 1),
    expect: () => undefined,
    forget: async () => undefined,
    sweep: () => undefined,
  };
  const stop = watchChanges({
    snapshot: snapshot as unknown as Snapshot,
    today: () => '2027-03-15',
    now: () => now,
    every: 1,
    log: () => undefined,
    changes: {
      poll: async () => {
        looks += 1;
        if (looks === 3) now = Date.parse(begin);
        if (looks === 6) done.resolve();
        return [];
      },
      beginnings: () => coming,
    },
  });
  await done.promise;
  await stop();
  expect(told).toEqual([['story:7', 'column:news', 'media']]);
});

test('the first beginning after a page was made counts, and what is no instant counts for nothing', () => {
  const horizon = new Horizon();
  const [early, late] = [Date.parse(begin), Date.parse(begin) + 60_000];
  horizon.set(
    [],
    [...coming, { at: new Date(late).toISOString(), tags: ['column:news'] }, { at: '不对', tags: ['column:news'] }],
  );
  expect([early - 1, early, late].map((made) => horizon.next(['column:news', 'region'], made))).toEqual([
    begin,
    new Date(late).toISOString(),
    null,
  ]);
  expect([horizon.next(['region'], 0), horizon.of(['column:news'])]).toEqual([null, null]);
});
