import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { createChangeFeed } from '../../cms/read/changes.ts';
import { createReader } from '../../cms/read/payload-reader.ts';
import { readSteps } from '../../cms/ops/step-memory.ts';
import { recordWithdrawal } from '../../cms/release/record-withdrawal.ts';
import { openMongod } from '../../cms/store/testing/mongod.ts';
import { draft, newsroom, release, type Desk } from '../../cms/testing/story.ts';
import { testCms, type TestCms } from '../../cms/testing/test-cms.ts';
import { createDispatch } from '../compose/dispatch.ts';
import { readSettings } from '../settings/settings.ts';
import { createMinute } from './minute.ts';
import { poison } from '../../cms/testing/poison.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

/** A broken row for every kind of loop beside a good one: the good one must go through in the same minute. */
function poisoned(name: string, url: string | undefined) {
  describe(name, () => {
    let cms: TestCms;
    let desk: Desk;
    const clock: Clock = createManualClock(new Date());
    const now = () => clock.now();
    beforeAll(async () => {
      if (url) process.env.CMS_TEST_MONGODB_URL = url;
      cms = await testCms();
      delete process.env.CMS_TEST_MONGODB_URL;
      desk = await newsroom(cms.payload);
    });
    afterAll(() => cms.close());

    const signed = async (title: string) => {
      const { id } = await draft(cms.payload, desk.author, { title });
      return { id, release: await release(cms.payload, id, desk) };
    };
    const publication = async (story: string) =>
      (await cms.payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 })).docs[0];
    const later = (minutes: number) => new Date(now().getTime() + minutes * 60_000).toISOString();

    async function campaign(slug: string, posts: { slug: string; story: string; at: string }[]) {
      const { id } = await cms.payload.create({
        collection: 'campaigns',
        data: {
          title: slug,
          slug,
          year: Number(now().toISOString().slice(0, 4)),
          theme: '示例',
          standfirst: '示例',
          occasion: 'credit-record-day',
          rehearsal: true,
          state: 'confirmed',
          phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
        } as never,
      });
      const made: string[] = [];
      for (const post of posts)
        made.push(
          (
            await cms.payload.create({
              collection: 'posts',
              data: {
                ...post,
                campaign: id,
                label: '当天',
                channels: ['weibo'],
                anchor: 'start',
                offsetDays: 0,
                time: '09:00',
                misfire: 'late',
                misfireWindow: 60,
              } as never,
            })
          ).id,
        );
      return { id, posts: made };
    }

    it('every good row goes through in the same minute, and every broken one is named', async () => {
      const { payload } = cms;
      const raw = payload.db as { deleteMany(args: object): Promise<unknown> };
      const settings = readSettings({ DATA_DIR: cms.dataDir, CHANNELS: 'manual' });
      const platforms = {
        wechat: { apiBase: '', appId: '', appSecret: '', submitSettleMs: 1000 },
        weibo: { apiBase: '', accessToken: '', safeDomain: 'localhost', rip: '127.0.0.1' },
        press: {},
        callbacks: false,
        close: async () => undefined,
      };
      const lines: string[] = [];
      const log = (line: string) => void lines.push(line);
      const dispatch = await createDispatch({
        payload,
        settings,
        platforms: platforms as never,
        clock,
        pressDir: `${cms.dataDir}/press`,
        askPage: async () => ({ status: 404, html: '' }) as never,
        log,
      });
      const feed = createChangeFeed(payload);
      await feed.poll();

      // Publishing: two stories whose publication is missing; the release of one is broken.
      const [lost, found] = [await signed('坏掉的（示例）'), await signed('好的（示例）')];
      for (const { id } of [lost, found])
        await raw.deleteMany({ collection: 'publications', where: { story: { equals: id } } });
      await poison(payload, 'releases', lost.release, 'snapshot', 5);
      // Withdrawals: one whose date cannot be read, and one that must be gone this minute.
      const [odd, gone] = [await signed('撤回记录坏了（示例）'), await signed('要撤的（示例）')];
      for (const one of [odd, gone])
        await recordWithdrawal(payload, await payload.findByID({ collection: 'releases', id: one.release, depth: 0 }), {
          reason: '撤下。',
          writer: null,
          decidedBy: '示例',
          decidedAt: now(),
        });
      const {
        docs: [oddRow],
      } = await payload.find({ collection: 'withdrawals', where: { key: { equals: odd.release } } });
      await poison(payload, 'withdrawals', oddRow!.id, 'decidedAt', 'garbage');
      // Ends of periods: two named cases that are over, one as a row from before there was a column for it; the release of the other is broken.
      const [endBad, endGood] = [await signed('公示坏了（示例）'), await signed('公示到期（示例）')];
      const overdue = (story: string, data: object) =>
        publication(story).then((row) =>
          payload.db.updateOne({ collection: 'publications', id: row!.id, data: data as never, returning: false }),
        );
      await overdue(endBad.id, { until: '2020-01-01' });
      await poison(payload, 'releases', endBad.release, 'snapshot', 5);
      await overdue(endGood.id, { kind: 'case', until: null });
      await poison(payload, 'publications', (await publication(endGood.id))!.id, 'card', {
        ...((await publication(endGood.id))!.card as object),
        namedUntil: '2020-01-01',
      });
      // Planning: a broken post, a broken campaign, and a good one.
      const live = await signed('要推的（示例）');
      const good = await campaign('good', [
        { slug: 'bad-at', story: live.id, at: later(600) },
        { slug: 'fine', story: live.id, at: later(0) },
      ]);
      const broken = await campaign('broken', [{ slug: 'in-broken', story: live.id, at: later(700) }]);
      await poison(payload, 'posts', good.posts[0]!, 'at', 'garbage');
      await poison(payload, 'campaigns', broken.id, 'year', 1e12);
      // Sending: a delivery that is due and cannot be read stands first in the queue.
      await dispatch.store.create({
        campaignId: good.id,
        postId: good.posts[0]!,
        channel: 'weibo',
        releaseId: live.release,
        plannedAt: new Date(now().getTime() - 60_000),
        misfire: 'late',
        misfireWindow: 600,
      });
      const [bad] = await dispatch.store.list({ postIds: [good.posts[0]!] });
      await poison(payload, 'deliveries', bad!.id, 'plannedAt', 'garbage');

      const minute = createMinute({ clock, log, payload, settings, steps: dispatch.steps });
      await minute.run(now());
      await minute.settled(120_000);
      await minute.run(now());
      await minute.settled(120_000);

      expect((await publication(found.id))?.state).toBe('live');
      expect((await publication(gone.id))?.state).toBe('withdrawn');
      expect((await publication(endGood.id))?.state).toBe('withdrawn');
      const [sent] = await dispatch.store.list({ postIds: [good.posts[1]!] });
      expect(sent, lines.join('\n')).toBeDefined();
      expect(sent?.attempts).toBeGreaterThan(0);
      // What cannot be read is neither sent nor called cancelled.
      const {
        docs: [kept],
      } = await payload.db.find<{ state: string }>({
        collection: 'deliveries',
        where: { id: { equals: bad!.id } },
        select: { state: true },
        pagination: false,
      });
      expect(kept?.state).toBe('pending');
      expect(await dispatch.store.nextDue()).not.toBeNull();

      const stuck = Object.entries(await readSteps(payload)).flatMap(([step, state]) =>
        state.stuck.map(({ item }) => `${step}: ${item}`),
      );
      expect(stuck).toEqual(
        expect.arrayContaining([
          `publish: story ${lost.id}`,
          expect.stringContaining('recalls: withdrawal'),
          `publish: story ${endBad.id}`,
          expect.stringMatching(new RegExp(`^plan: posts? ${good.posts[0]}$`)),
        ]),
      );
      // It was taken back all the same: what is left to do is its public record, and readers are told of none of it.
      expect(
        (await payload.count({ collection: 'withdrawals', where: { key: { equals: endBad.release } } })).totalDocs,
      ).toBe(1);
      const failing = Object.entries(await readSteps(payload))
        .filter(([, state]) => state.failing)
        .map(([step, state]) => `${step} ${state.failing?.error}`);
      expect(failing).toEqual([]);

      // What the public reads: lists, feeds and the watcher go on without the broken row.
      const reader = createReader({ payload, clock, demo: true, siteUrl: 'http://localhost' });
      const titles = (await reader.stories({ size: 100 })).items.map(({ title }) => title);
      expect(titles).toContain('好的（示例）');
      expect(titles).not.toContain('公示坏了（示例）');
      await poison(payload, 'publications', (await publication(found.id))!.id, 'updatedAt', 'garbage');
      await feed.poll();
      const fresh = await signed('后来的（示例）');
      expect(await feed.poll()).toContain(`story:${(await publication(fresh.id))?.serial}`);
    });
  });
}

poisoned('SQLite', undefined);
if ('url' in mongod) poisoned('MongoDB', mongod.url);
