import { createDeliveryStore } from '../../../cms/store/payload-delivery-store.ts';
import { createReleaseSource } from '../../../cms/store/release-source.ts';
import { createAftercare } from '../../../campaigns/outbox/engine/aftercare.ts';
import { wake } from '../../../campaigns/outbox/engine/wake.ts';
import { honourAlerts } from '../../../cms/admin/queries/honour-alerts.ts';
import { registerOf } from '../../../cms/register/register-of.ts';
import { recordCorrection } from '../../../cms/release/record-correction.ts';
import { settleMovedRecalls } from '../../../cms/publication/settle-recalls.ts';
import { recordWithdrawal } from '../../../cms/release/record-withdrawal.ts';
import { publishMoved } from '../../../cms/publication/publish.ts';
import { feedMoved } from '../../../cms/restored/feed-register.ts';
import { createRegisterRound } from '../../../cms/restored/register-round.ts';
import { newest } from '../../../site/feeds/newest.ts';
import { pressFeed } from '../../../site/feeds/press.ts';
import { siteAddresses } from '../../../site/feeds/sitemap.ts';
import type { Loop } from './loop-kit.ts';

/** The register, the public record, copies on platforms, and what is made for readers. */
export const copyLoops: readonly Loop[] = [
  [
    '今日: a nomination with no date',
    async (scene, sqlite) => {
      const good = await scene.nomination('公示期满', {
        state: 'notice',
        notice: { from: '2026-01-01', to: '2026-01-08' },
      });
      const bad = await scene.nomination('公示坏', {
        state: 'notice',
        notice: { from: '2026-01-01', to: '2026-01-08' },
      });
      await scene.poison('nominations', bad, 'updatedAt', 'garbage');
      let seen: string[] = [];
      return {
        run: async () => {
          seen = (await honourAlerts(scene.payload, scene.clock.now())).map(({ id }) => id);
        },
        good: async () => seen.includes(`${good}:over`),
        stuck: sqlite ? `nominations ${bad}` : null,
      };
    },
  ],
  [
    'register: one nomination cannot be read, papers go all the same',
    async (scene, sqlite) => {
      const paper = await scene.paper();
      const bad = await scene.nomination('登记坏', { state: 'accepted' });
      const at = scene.clock.now().toISOString();
      registerOf(scene.payload).add({
        kind: 'nomination',
        key: bad,
        at,
        facts: { state: 'offline', on: '2026-01-01' },
      });
      registerOf(scene.payload).add({ kind: 'paper', key: paper, at, facts: { on: '2026-01-01' } });
      await scene.poison('nominations', bad, 'history', sqlite ? '{' : { not: 'a list' });
      return {
        run: () => createRegisterRound(scene.payload, scene.clock).minute(),
        good: async () => !(await scene.there('papers', paper)),
        stuck: new RegExp(`^nominations? ${bad}$`),
      };
    },
  ],
  [
    'register: a withdrawal with no date is entered last, the others are',
    async (scene) => {
      const { payload } = scene;
      const [bad, good] = [await scene.signed('登记撤坏（示例）'), await scene.signed('登记撤好（示例）')];
      for (const { release } of [bad, good]) {
        await payload.create({
          collection: 'withdrawals',
          data: {
            key: release,
            story: release === bad.release ? bad.story : good.story,
            reason: '示例',
            decidedBy: '示例',
            decidedAt: scene.clock.now().toISOString(),
          } as never,
        });
      }
      const {
        docs: [row],
      } = await payload.find({ collection: 'withdrawals', where: { key: { equals: bad.release } }, depth: 0 });
      await scene.poison('withdrawals', row!.id, 'decidedAt', 'garbage');
      return {
        run: () => feedMoved(payload),
        good: async () => registerOf(payload).last('withdrawal', good.release) !== null,
        stuck: new RegExp(`^withdrawals? ${row!.id}$`),
      };
    },
  ],
  [
    'recalls: a correction with no date',
    async (scene) => {
      const { payload } = scene;
      const [bad, good] = [await scene.signed('更正坏（示例）'), await scene.signed('更正好（示例）')];
      const decision = { wrong: '第一步', right: '第一条', note: '', by: '示例', writer: null, at: scene.clock.now() };
      await recordCorrection(payload, { id: bad.release, story: bad.story }, decision);
      await recordCorrection(payload, { id: good.release, story: good.story }, decision);
      const {
        docs: [row],
      } = await payload.find({ collection: 'corrections', where: { release: { equals: bad.release } }, depth: 0 });
      await scene.poison('corrections', row!.id, 'at', 'garbage');
      return {
        run: () => settleMovedRecalls(payload, scene.clock, createDeliveryStore(payload)),
        good: async () => (await scene.publication(good.story))?.corrected === true,
        stuck: new RegExp(`^corrections? ${row!.id}$`),
      };
    },
  ],
  [
    'publishing: the public record of a story that must go is broken',
    async (scene, sqlite) => {
      const { payload } = scene;
      const [bad, good] = [await scene.signed('记录坏（示例）'), await scene.signed('记录好（示例）')];
      for (const { release } of [bad, good])
        await recordWithdrawal(payload, await payload.findByID({ collection: 'releases', id: release, depth: 0 }), {
          reason: '示例。',
          writer: null,
          decidedBy: '示例',
          decidedAt: scene.clock.now(),
        });
      await scene.poison('publications', bad.publication, 'publishedAt', 'garbage');
      return {
        run: () => publishMoved(payload, scene.clock),
        good: async () => (await scene.publication(good.story))?.state === 'withdrawn',
        stuck: sqlite ? `story ${bad.story}` : null,
      };
    },
  ],
  [
    'aftercare: a copy that is out cannot be read, the release of another',
    async (scene, sqlite) => {
      const store = createDeliveryStore(scene.payload);
      const [lost, live] = [await scene.signed('复看坏（示例）'), await scene.signed('复看好（示例）')];
      const made = async (postId: string, releaseId: string) => {
        await store.create({
          campaignId: 'c',
          postId,
          channel: 'wechat',
          releaseId,
          plannedAt: scene.clock.now(),
          misfire: 'late',
          misfireWindow: 60,
        });
        const [row] = await store.list({ postIds: [postId] });
        await store.patch(row!.id, { state: 'confirmed', nextAt: null, sentAt: scene.clock.now() });
        return row!.id;
      };
      const [bad] = [
        await made('care-bad', live.release),
        await made('care-lost', lost.release),
        await made('care-good', live.release),
      ];
      await scene.poison('deliveries', bad, 'plannedAt', 'garbage');
      await scene.poison('deliveries', bad, 'progress', '{');
      await scene.poison('releases', lost.release, 'snapshot', 5);
      const looked: string[] = [];
      const later = {
        told: async () => () => true,
        look: async ({ deliveryId }: { deliveryId: string }) => {
          looked.push(deliveryId);
          return null;
        },
      };
      const tend = createAftercare({
        store,
        channels: new Map([['wechat', { id: 'wechat', later } as never]]),
        releases: createReleaseSource(scene.payload, scene.clock).get,
        linkFor: () => 'http://localhost/s/1',
        clock: scene.clock,
        log: () => undefined,
        owner: 'test',
        watches: [{ channel: 'wechat', days: 30, everyHours: 24 }],
      });
      const [good] = await store.list({ postIds: ['care-good'] });
      return { run: tend, good: async () => looked.includes(good!.id), stuck: sqlite ? `deliveries ${bad}` : null };
    },
  ],
  [
    'outbox: a copy that waits for its result cannot be read',
    async (scene, sqlite) => {
      const store = createDeliveryStore(scene.payload);
      const live = await scene.signed('等结果（示例）');
      const made = async (postId: string) => {
        await store.create({
          campaignId: 'c',
          postId,
          channel: 'weibo',
          releaseId: live.release,
          plannedAt: scene.clock.now(),
          misfire: 'late',
          misfireWindow: 60,
        });
        const [row] = await store.list({ postIds: [postId] });
        await store.patch(row!.id, { state: 'sent', nextAt: new Date(scene.clock.now().getTime() + 3_600_000) });
        return row!.id;
      };
      const [bad, good] = [await made('wake-bad'), await made('wake-good')];
      await scene.poison('deliveries', bad, 'plannedAt', 'garbage');
      await scene.poison('deliveries', bad, 'progress', '{');
      return {
        run: () => wake(store, scene.clock, () => true),
        good: async () => (await store.get(good))?.nextAt?.getTime() === scene.clock.now().getTime(),
        stuck: sqlite ? `deliveries ${bad}` : `delivery ${bad}`,
      };
    },
  ],
  [
    'feeds, sitemap: a story and its release cannot be read',
    async (scene) => {
      const [bad, dateless, good] = [
        await scene.signed('供稿坏（示例）'),
        await scene.signed('供稿没日期（示例）'),
        await scene.signed('供稿好（示例）'),
      ];
      await scene.poison('releases', bad.release, 'snapshot', '{');
      await scene.poison('publications', dateless.publication, 'publishedAt', 'garbage');
      let seen: boolean[] = [];
      return {
        run: async () => {
          const paths = (await siteAddresses(scene.reader)).map(({ path }) => path);
          const fed = [await newest(scene.reader), (await pressFeed(scene.reader, '/feeds/press.xml')).stories];
          seen = [
            paths.includes(`/s/${good.serial}`),
            ...fed.map((stories) => stories.some(({ title }) => title.includes('供稿好'))),
          ];
        },
        good: async () => seen.length === 3 && seen.every(Boolean),
        stuck: new RegExp(`^publications? (${dateless.publication}|${dateless.serial})$`),
      };
    },
  ],
];
