import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { createReader } from '../../../cms/read/payload-reader.ts';
import { recordCorrection } from '../../../cms/release/record-correction.ts';
import { applyRegister } from '../../../cms/restored/apply-register.ts';
import { undoneCorrections } from '../../../cms/restored/undone-corrections.ts';
import { performReview } from '../../../cms/desk/perform.ts';
import { openMongod } from '../../../cms/store/testing/mongod.ts';
import { draft, newsroom, release, type Desk } from '../../../cms/testing/story.ts';
import { openTestCms, testCms, type TestCms } from '../../../cms/testing/test-cms.ts';
import { backup } from '../backup.ts';
import { settleRestore } from '../move-in.ts';
import { restore } from '../restore.ts';
import { coming } from './place.ts';

const [first, second] = [await openMongod(), await openMongod()];
if ('missing' in first) console.warn(first.missing);
afterAll(async () => {
  await first.stop();
  await second.stop();
});

describe.runIf('url' in first && 'url' in second)(
  'a backup of one MongoDB, restored on another machine by the product alone',
  () => {
    let cms: TestCms;
    let desk: Desk;
    let root: string;
    const now = new Date();
    const place = (name: string, DATABASE_URL: string) => ({
      DATA_DIR: name,
      sqliteFile: join(name, 'chengxin.db'),
      DATABASE_URL,
    });
    const there = () => {
      const url = new URL('url' in second ? second.url : '');
      url.pathname = '/restored';
      return place(join(root, 'second'), url.toString());
    };
    const live = async (payload: Payload, title: string) => {
      const story = await draft(payload, desk.author, { title });
      const releaseId = await release(payload, story.id, desk);
      const { docs } = await payload.find({
        collection: 'publications',
        where: { story: { equals: story.id } },
        depth: 0,
      });
      return { story: story.id, releaseId, serial: docs[0]?.serial ?? 0 };
    };
    const facts = async (url: string) => {
      const client = await MongoClient.connect(url);
      const db = client.db();
      const names = (await db.listCollections({ type: 'collection' }).toArray())
        .map(({ name }) => name)
        .filter((name) => !/^(before-restore-|chengxin_turns$)/.test(name))
        .sort();
      const found = [];
      for (const name of names)
        found.push([
          name,
          await db.collection(name).countDocuments(),
          (await db.collection(name).indexes()).map((index) => index.name).sort(),
        ]);
      await client.close();
      return found;
    };

    beforeAll(async () => {
      root = await mkdtemp(join(tmpdir(), 'chengxin-second-'));
      if ('url' in first) process.env.CMS_TEST_MONGODB_URL = first.url;
      cms = await testCms();
      delete process.env.CMS_TEST_MONGODB_URL;
      desk = await newsroom(cms.payload);
      await writeFile(join(cms.dataDir, 'secret'), 'a secret for tests only');
    });
    afterAll(async () => {
      await cms.close();
      await rm(root, { recursive: true, force: true });
    });

    it('everything comes whole; what was taken back, corrected or numbered since is not undone', async () => {
      const here = place(cms.dataDir, cms.databaseUrl ?? '');
      const [kept, gone, corrected] = [
        await live(cms.payload, '留下的（示例）'),
        await live(cms.payload, '要撤的（示例）'),
        await live(cms.payload, '要更正的（示例）'),
      ];
      const copy = join(root, 'copy');
      const { files } = await backup(here, copy, now);
      expect(files.map(({ path }) => path)).toEqual(
        expect.arrayContaining(['mongodb/releases.bson', 'mongodb/releases.json', 'secret']),
      );
      expect(files.some(({ path }) => path.startsWith('register'))).toBe(false);
      const before = await facts(here.DATABASE_URL);
      await performReview(
        { payload: cms.payload },
        { storyId: gone.story, act: 'withdraw', person: desk.signer, note: '撤下。' },
      );
      await recordCorrection(
        cms.payload,
        { id: corrected.releaseId, story: corrected.story },
        { wrong: '第一步', right: '第一条', note: '', by: '示例', writer: null, at: now },
      );
      const after = await live(cms.payload, '备份以后的（示例）');
      // To the new machine go the backup and the register, and nothing else.
      await cp(join(cms.dataDir, 'register'), join(there().DATA_DIR, 'register'), { recursive: true });

      await restore(there(), copy, { force: false, now });
      expect(await facts(there().DATABASE_URL)).toEqual(before);
      expect(await readFile(join(there().DATA_DIR, 'secret'), 'utf8')).toBe('a secret for tests only');
      const payload = await openTestCms(there().DATA_DIR, there().DATABASE_URL);
      try {
        const reader = createReader({ payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
        // Also before anything has been applied.
        expect(await reader.story(gone.serial)).toMatchObject({ state: 'withdrawn' });
        expect(await applyRegister(payload, systemClock)).toEqual([expect.stringContaining(`（/s/${gone.serial}）`)]);
        expect((await reader.stories({})).items.map(({ serial }) => serial)).toEqual(
          expect.not.arrayContaining([gone.serial]),
        );
        expect(await reader.story(kept.serial)).toMatchObject({ state: 'live' });
        expect(await undoneCorrections(payload)).toMatchObject([
          { story: corrected.story, what: expect.stringContaining('重新登记更正') },
        ]);
        expect((await live(payload, '新机器上的（示例）')).serial).toBeGreaterThan(after.serial);
        await expect(
          payload.create({
            collection: 'withdrawals',
            data: {
              key: gone.releaseId,
              story: gone.story,
              reason: 'x',
              decidedBy: 'x',
              decidedAt: now.toISOString(),
            } as never,
          }),
        ).rejects.toThrow();
      } finally {
        await payload.destroy();
      }
    });

    it('goes over nothing by itself; with force what was there is kept under another name', async () => {
      const copy = join(root, 'copy');
      await expect(restore(there(), copy, { force: false, now })).rejects.toThrow('里已经有数据，没有恢复');
      await restore(there(), copy, { force: true, now: new Date(now.getTime() + 1000) });
      const client = await MongoClient.connect(there().DATABASE_URL);
      const names = (await client.db().listCollections().toArray()).map(({ name }) => name);
      await client.close();
      expect(names.filter((name) => /^before-restore-\d+\.releases$/.test(name))).toHaveLength(1);
      expect(names.filter((name) => name.startsWith(coming))).toEqual([]);
    });

    it('a copy that is cut short changes nothing, and a restore that was cut off is carried through by the next start', async () => {
      const copy = join(root, 'copy');
      const before = await facts(there().DATABASE_URL);
      const short = join(root, 'short');
      await cp(copy, short, { recursive: true });
      await truncate(join(short, 'mongodb/releases.bson'), 100);
      await expect(restore(there(), short, { force: true, now })).rejects.toThrow('releases.bson 与做备份时不一样');
      expect(await facts(there().DATABASE_URL)).toEqual(before);
      // Killed when the plan was on the disk and one collection of two had been moved.
      const client = await MongoClient.connect(there().DATABASE_URL);
      const db = client.db();
      await db.renameCollection('releases', 'before-restore-1.releases');
      await db.collection(`${coming}stories`).insertOne({ title: 'came' });
      await db.createCollection('releases');
      await writeFile(
        join(there().DATA_DIR, '.restoring.json'),
        JSON.stringify({ kept: null, out: [], mongo: { stamp: '1', names: ['releases', 'stories'] } }),
      );
      expect(await settleRestore(there())).toBe('finished');
      expect(await db.collection('stories').find().toArray()).toMatchObject([{ title: 'came' }]);
      expect(await db.collection('releases').countDocuments()).toBe(0);
      expect(await db.collection('before-restore-1.stories').countDocuments()).toBeGreaterThan(0);
      await client.close();
      expect(await settleRestore(there())).toBeNull();
    });

    it('says when the backup is of another kind of database', async () => {
      const sqlite = { ...there(), DATA_DIR: join(root, 'sqlite'), sqliteFile: join(root, 'sqlite/chengxin.db') };
      await expect(
        restore({ ...sqlite, DATABASE_URL: undefined }, join(root, 'copy'), { force: true, now }),
      ).rejects.toThrow('这份备份里的数据库是 MongoDB 的，现在用的是 SQLite');
    });
  },
);
