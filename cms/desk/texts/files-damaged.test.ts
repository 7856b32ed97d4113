import { openContent } from '../../content/content.ts';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../.config/patience.ts';
import { brokenContent } from '../../../campaigns/bulkhead/last-good.ts';
import { gather } from '../../../campaigns/bulkhead/stuck.ts';
import { createChangeFeed } from '../../read/changes.ts';
import { createReader } from '../../read/payload-reader.ts';
import { openMongod } from '../../store/testing/mongod.ts';
import { openTestCms } from '../../testing/test-cms.ts';
import { publicFiles } from '../../texts/files/public-files.ts';
import { takeUpFiles } from '../../texts/files/take-up-files.ts';
import { waitingFiles } from '../../texts/files/waiting-files.ts';
import { city, list, clock, openFilesDesk, type FilesDesk } from './testing/files-desk.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());
const databases = [
  { name: 'SQLite', url: undefined },
  ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : []),
];

describe.each(databases)('on $name', ({ url }) => {
  let files: FilesDesk;
  let cms: FilesDesk['cms'];
  let content: FilesDesk['content'];
  let shownBy: FilesDesk['shownBy'];
  let shown: FilesDesk['shown'];
  let agree: FilesDesk['agree'];
  let waiting: FilesDesk['waiting'];

  beforeAll(async () => {
    files = await openFilesDesk(url);
    ({ cms, content, shownBy, shown, agree, waiting } = files);
  }, within(60_000));
  afterAll(() => files.close());

  it('a file that is half saved changes nothing and is named; whole again it waits', async () => {
    const [before, whole] = [await shown(), await content.read(list)];
    await content.write(list, 'slug: wage-arrears\nname: [');
    expect(await shown()).toBe(before);
    expect(await waiting()).toEqual([]);
    const { stuck } = await gather(brokenContent);
    expect(stuck.map(({ title }) => title)).toContain('文件 content/lists');
    await content.write(list, whole);
    expect(await shown()).toBe(before);
    expect(await waiting()).toEqual([]);
  });

  it('files that have never been whole stop nothing: a start, the feed, the desk', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'chengxin-broken-'));
    try {
      await cp(join(content.root, 'content'), join(elsewhere, 'content'), { recursive: true });
      await writeFile(join(elsewhere, list), 'slug: [');
      const broken = openContent({ root: elsewhere, city: 'guangyuan' });
      const payload = await openTestCms(cms.dataDir, cms.databaseUrl, broken);
      const { stuck, value } = await gather(async () => ({
        taken: await takeUpFiles(payload, clock),
        waiting: await waitingFiles(payload),
      }));
      expect(value).toEqual({ taken: 0, waiting: [] });
      expect(stuck.map(({ title }) => title)).toContain('内容文件 content/lists/');
      const feed = createChangeFeed(payload);
      expect(await feed.poll()).toContain('all');
      expect(await feed.poll()).toEqual([]);
      await payload.destroy();
    } finally {
      await rm(elsewhere, { recursive: true, force: true });
    }
  });

  it('a copy that cannot be read shows nothing of its file, or neutral words, is named, and is mended by agreeing anew', async () => {
    for (const [file, row] of [
      [list, 'lists/wage-arrears'],
      [city, 'region/guangyuan'],
    ] as const) {
      await content.set(file, row.startsWith('lists') ? 'summary' : 'motto', '又改了一次');
      await agree(file);
      await cms.payload.db.updateOne({
        collection: 'public-texts',
        where: { key: { equals: `files/${row}` } },
        data: {
          words: {
            origin: 'agreed',
            said: [{ field: row.startsWith('lists') ? 'name' : 'siteName', says: { not: 'a text' } }],
          },
        },
      });
    }
    const { stuck, value } = await gather(shown);
    expect(stuck.map(({ title }) => title)).toEqual(
      expect.arrayContaining([expect.stringContaining(list), expect.stringContaining(city)]),
    );
    expect(value).not.toMatch(/又改了一次|wage-arrears/);
    expect((await publicFiles(cms.payload).region()).siteName).toBe('诚信宣传');
    expect(await waiting()).toEqual(expect.arrayContaining([`${list} broken`, `${city} broken`]));
    for (const file of [list, city]) expect(await agree(file)).toMatchObject({ status: 200 });
    expect(await shown()).toContain('wage-arrears');
    expect((await publicFiles(cms.payload).region()).siteName).not.toBe('诚信宣传');
  });

  it('another process on the same data gives the same words, whatever its own files say', async () => {
    await content.set(city, 'police', '别的机器上也一样（示例）');
    await agree(city);
    const other = await openTestCms(cms.dataDir, cms.databaseUrl);
    try {
      await content.set(city, 'police', '这台机器上悄悄改的（示例）');
      expect(await shownBy(other)).toContain('别的机器上也一样');
      expect(await shownBy(other)).not.toContain('悄悄改');
    } finally {
      await other.destroy();
    }
    await content.set(city, 'police', '别的机器上也一样（示例）');
  });

  it('agreeing tells which pages to make anew; changing alone tells none', async () => {
    const feed = createChangeFeed(cms.payload);
    await feed.poll();
    await content.set(list, 'exit', '换一种移出的说法。');
    expect(await feed.poll()).toEqual([]);
    await agree(list);
    expect(await feed.poll()).toEqual(expect.arrayContaining(['lists', 'list:wage-arrears']));
    // Read right after the feed has told of it: nothing older is remembered.
    expect(
      (await createReader({ payload: cms.payload, clock, demo: true, siteUrl: '' }).listType('wage-arrears'))?.exit,
    ).toBe('换一种移出的说法。');
  });
});
