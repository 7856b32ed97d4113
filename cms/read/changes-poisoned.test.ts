import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherAll } from '../../campaigns/bulkhead/stuck.ts';
import { performReview } from '../desk/perform.ts';
import { openMongod } from '../store/testing/mongod.ts';
import { aColumn, draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createChangeFeed, type ChangeFeed } from './changes.ts';
import type { Watched } from './payload/changed-rows.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

describe.each(['SQLite', ...('url' in mongod ? ['MongoDB'] : [])])(
  '%s: what the watcher of the site cannot read keeps nothing else from it',
  (engine) => {
    let cms: TestCms;
    let desk: Desk;
    beforeAll(async () => {
      if (engine === 'MongoDB' && 'url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
      cms = await testCms();
      delete process.env.CMS_TEST_MONGODB_URL;
      desk = await newsroom(cms.payload);
      await aColumn(cms.payload);
    });
    afterAll(() => cms.close());

    /** From now on every question about this collection fails. @returns how to mend it */
    function breakOff(collection: string): () => void {
      const { db } = cms.payload;
      const { count, find } = db;
      const broken = <A extends unknown[], R>(ask: (...args: A) => R) =>
        function ask_(this: unknown, ...args: A): R {
          if ((args[0] as { collection: string }).collection === collection)
            throw new Error(`${collection} 读不出来。`);
          return ask.apply(this, args);
        };
      Object.assign(db, { find: broken(find), count: broken(count) });
      return () => void Object.assign(db, { find, count });
    }
    const signed = async () => {
      const { id } = await draft(cms.payload, desk.author);
      await release(cms.payload, id, desk);
      const {
        docs: [row],
      } = await cms.payload.find({ collection: 'publications', where: { story: { equals: id } } });
      return { id, row: row!.id, serial: row!.serial };
    };
    /** One look, and what it tells as stuck. */
    const looked = async (feed: ChangeFeed) => {
      let tags: string[] = [];
      const { error, stuck } = await gatherAll(async () => {
        tags = await feed.poll();
      });
      expect(error).toBeNull();
      return { tags, told: stuck.map((one) => `${one.item}：${one.title}：${one.error}`).join('\n') };
    };
    const takeBack = (id: string) =>
      performReview({ payload: cms.payload }, { storyId: id, act: 'withdraw', person: desk.signer, note: '撤下。' });

    it.each(['columns', 'campaigns', 'posts', 'occasion-notices', 'public-texts'] as Watched[])(
      '%s cannot be read: a withdrawal is told at the same look; mended, everything is looked at anew',
      async (collection) => {
        const story = await signed();
        const feed = createChangeFeed(cms.payload);
        await feed.poll();
        await takeBack(story.id);
        const mend = breakOff(collection);
        const { tags, told } = await looked(feed).finally(mend);
        expect(tags).toContain(`gone:${story.serial}`);
        expect(feed.onlyAdded()).toBe(false);
        expect(told).toContain(`changes ${collection}：`);
        expect(told).toContain(`${collection} 读不出来。`);
        expect(await feed.poll()).toContain('all');
        expect(await feed.poll()).toEqual([]);
      },
    );

    it('publications cannot be read: columns are told; mended, what was taken back meanwhile is told', async () => {
      const story = await signed();
      const feed = createChangeFeed(cms.payload);
      await feed.poll();
      await takeBack(story.id);
      await cms.payload.update({
        collection: 'columns',
        where: { slug: { equals: 'knowledge' } },
        data: { description: `${engine}：换了说明。` },
      });
      const mend = breakOff('publications');
      expect(await feed.poll().finally(mend)).toContain('column:knowledge');
      expect(await feed.poll()).toEqual(expect.arrayContaining(['all', `gone:${story.serial}`]));
    });

    it('nothing can be read: the look fails as a whole', async () => {
      const feed = createChangeFeed(cms.payload);
      await feed.poll();
      await signed();
      const { find } = cms.payload.db;
      Object.assign(cms.payload.db, { find: () => Promise.reject(new Error('连不上。')) });
      await expect(feed.poll().finally(() => Object.assign(cms.payload.db, { find }))).rejects.toThrow('连不上');
    });

    it('one end whose day is none hides neither the other ends nor the changes', async () => {
      const [bad, good] = [await signed(), await signed()];
      const feed = createChangeFeed(cms.payload);
      await feed.poll();
      for (const [{ row }, until] of [
        [bad, '2026-99-99'],
        [good, '2099-06-30'],
      ] as const) {
        await cms.payload.db.updateOne({
          collection: 'publications',
          id: row,
          data: { until, updatedAt: new Date().toISOString() } as never,
          returning: false,
        });
      }
      const { tags, told } = await looked(feed);
      expect(tags).toEqual(expect.arrayContaining([`story:${bad.serial}`, `story:${good.serial}`]));
      expect(feed.endings().map(({ serial }) => serial)).toEqual([good.serial]);
      expect(told).toContain(`publication ${bad.row}：`);
    });
  },
);
