import type { Channel, Outcome } from '../../../campaigns/channels/channel.ts';
import { applyPlan } from '../../../campaigns/outbox/engine/plan/apply-plan.ts';
import { applyRecalls } from '../../../campaigns/outbox/engine/recall/apply-recalls.ts';
import { createAftercare } from '../../../campaigns/outbox/engine/aftercare.ts';
import { createWorker } from '../../../campaigns/outbox/engine/worker.ts';
import { gauges } from '../../../campaigns/outbox/journal/gauges.ts';
import { defaultLimits } from '../../../campaigns/outbox/journal/limits.ts';
import { createToyChannel, createToyPlatform } from '../../../campaigns/outbox/testing/toy-channel.ts';
import type { DeliveryStore } from '../../../campaigns/ports/delivery-store.ts';
import { checkPages } from '../../../cms/checking/nightly/check-pages.ts';
import { deskLexicons } from '../../../cms/checking/lexicons/desk-lexicons.ts';
import { createFactReader } from '../../../cms/ops/read-facts.ts';
import type { Entry } from '../../../cms/register/entry.ts';
import { undoneCorrections } from '../../../cms/restored/undone-corrections.ts';
import { createDeliveryStore } from '../../../cms/store/payload-delivery-store.ts';
import { createReleaseSource } from '../../../cms/store/release-source.ts';
import type { Loop } from './loop-kit.ts';
import type { LoopScene } from './loop-scene.ts';

const never = () => new Promise<never>(() => undefined);
const raises = (): never => {
  throw new Error('渠道坏了。');
};
/** How a platform, or what speaks to it, may be broken. */
const manners = {
  throws: raises,
  silent: never,
  nonsense: () => Promise.resolve({ kind: 'banana' }),
  nothing: () => Promise.resolve(undefined),
  sleepless: () => Promise.resolve({ kind: 'sent', externalId: null, lookAfter: Number.NaN, note: '已提交。' }),
} as const;
type Manner = keyof typeof manners;
const names = Object.keys(manners) as Manner[];

/** Deliveries of one live story on each of these channels, the broken ones first. @returns their ids by channel */
async function copiesOn(
  { clock, payload, signed }: LoopScene,
  channels: readonly string[],
  title: string,
  state: 'pending' | 'confirmed' = 'pending',
) {
  const store = createDeliveryStore(payload);
  const live = await signed(title);
  const ids = new Map<string, string>();
  for (const [i, channel] of channels.entries()) {
    const postId = `${title}-${channel}`;
    await store.create({
      campaignId: 'c',
      postId,
      channel,
      releaseId: live.release,
      plannedAt: new Date(clock.now().getTime() - (channels.length - i) * 1000),
      misfire: 'late',
      misfireWindow: 600,
    });
    const [row] = await store.list({ postIds: [postId] });
    if (state === 'confirmed')
      await store.patch(row!.id, { state, nextAt: null, sentAt: new Date(clock.now().getTime() - 2 * 86_400_000) });
    ids.set(channel, row!.id);
  }
  return { ids, store };
}

/** A store that cannot read what was tried of one delivery. */
const withBroken = (store: DeliveryStore, id: string): DeliveryStore => ({
  ...store,
  attempts: (one) => (one === id ? raises() : store.attempts(one)),
});

/** Asks one collection's rows in vain, as a damaged table would. @returns how to mend it */
function breakOff({ payload: { db } }: LoopScene, collection: string): () => void {
  const { find } = db;
  db.find = function broken(this: unknown, args: { collection: string }) {
    if (args.collection === collection) throw new Error(`${collection} 读不出来。`);
    return find.call(db, args as never);
  } as typeof find;
  return () => void (db.find = find);
}

/** Loops over what stands outside: channels, and whole collections of which one cannot be read. */
export const outsideLoops: readonly Loop[] = [
  [
    'sending: channels that throw at once, never answer, or answer nonsense',
    async (scene) => {
      const { ids, store } = await copiesOn(scene, [...names, 'good'], '渠道坏');
      const platform = createToyPlatform();
      const broken = (name: Manner): Channel => ({
        ...createToyChannel(createToyPlatform(), () => 'ok', undefined, name),
        send: manners[name] as () => Promise<Outcome>,
      });
      const worker = createWorker({
        store,
        clock: scene.clock,
        channels: new Map([
          ...names.map((name) => [name, broken(name)] as const),
          ['good', createToyChannel(platform, () => 'ok', undefined, 'good')] as const,
        ]),
        releases: createReleaseSource(scene.payload, scene.clock).get,
        isLive: async () => true,
        linkFor: () => 'http://localhost/s/1',
        limits: { ...defaultLimits, deadlineMs: 500 },
      });
      return {
        run: () => worker.runDue(),
        good: async () => {
          const told = await Promise.all(names.map((name) => store.get(ids.get(name)!)));
          // Nobody knows whether it is out: it is looked for, never sent a second time, and the ledger says why.
          return (
            (await store.get(ids.get('good')!))?.state === 'confirmed' &&
            platform.calls.send === 1 &&
            told.every(
              (one) =>
                one?.state === 'unknown' && one.nextAt !== null && /渠道坏了|超过时限|读不懂/.test(one.note ?? ''),
            )
          );
        },
        stuck: null,
      };
    },
  ],
  [
    'sending: one copy whose row cannot be read stands before another on the same channel',
    async (scene, sqlite) => {
      const { ids, store } = await copiesOn(scene, ['lane'], '同道坏');
      const { ids: after } = await copiesOn(scene, ['lane'], '同道好');
      await scene.poison('deliveries', ids.get('lane')!, 'progress', sqlite ? '{' : 5);
      await scene.poison('deliveries', ids.get('lane')!, 'plannedAt', 'garbage');
      const worker = createWorker({
        store,
        clock: scene.clock,
        channels: new Map([['lane', createToyChannel(createToyPlatform(), () => 'ok', undefined, 'lane')]]),
        releases: createReleaseSource(scene.payload, scene.clock).get,
        isLive: async () => true,
        linkFor: () => 'http://localhost/s/1',
      });
      return {
        run: () => worker.runDue(),
        good: async () => (await store.get(after.get('lane')!))?.state === 'confirmed',
        stuck: new RegExp(`^deliver(y|ies) ${ids.get('lane')}$`),
      };
    },
  ],
  [
    'outbox: of a worker that died, one copy cannot be freed',
    async (scene) => {
      const { ids, store } = await copiesOn(scene, ['freed-bad', 'freed-good'], '死了的');
      const at = scene.clock.now();
      for (const id of ids.values()) {
        await store.claim({
          deliveryId: id,
          number: 1,
          kind: 'send',
          owner: 'gone',
          startedAt: at,
          leaseUntil: new Date(at.getTime() - 86_400_000),
          finishedAt: null,
          outcome: null,
          note: null,
          progress: {},
          begun: true,
        });
        await store.patch(id, { state: 'claimed', attempts: 1, nextAt: new Date(at.getTime() + 60_000) });
      }
      const bad = ids.get('freed-bad')!;
      const worker = createWorker({
        store: withBroken(store, bad),
        clock: scene.clock,
        channels: new Map(),
        releases: createReleaseSource(scene.payload, scene.clock).get,
        isLive: async () => true,
        linkFor: () => '',
        owner: { name: 'test', judge: () => 'dead' },
      });
      return {
        run: () => worker.runDue(),
        good: async () => (await store.attempts(ids.get('freed-good')!))[0]?.outcome === 'crashed',
        stuck: `delivery ${bad}`,
      };
    },
  ],
  [
    'planning: one delivery cannot be made',
    async (scene) => {
      const store = createDeliveryStore(scene.payload);
      const live = await scene.signed('排不上（示例）');
      const asked = (postId: string) => ({
        campaignId: 'c',
        postId,
        channel: 'plan',
        releaseId: live.release,
        plannedAt: scene.clock.now(),
        misfire: 'late' as const,
        misfireWindow: 60,
      });
      const broken: DeliveryStore = {
        ...store,
        create: (one) => (one.postId === 'plan-bad' ? raises() : store.create(one)),
      };
      const plan = {
        create: [asked('plan-bad'), asked('plan-good')],
        supersede: [],
        rearm: [],
        replan: [],
        gaps: [],
        overbooked: [],
      };
      return {
        run: () => applyPlan({ plan, store: broken, clock: scene.clock }),
        good: async () => (await store.list({ postIds: ['plan-good'] })).length === 1,
        stuck: 'post plan-bad:plan',
      };
    },
  ],
  [
    'recalls: the trail of one copy cannot be read',
    async (scene) => {
      const { ids, store } = await copiesOn(scene, ['recall-bad', 'recall-good'], '撤不了', 'confirmed');
      const bad = ids.get('recall-bad')!;
      const release = (await store.get(bad))!.releaseId;
      const orders = new Map([
        [
          release,
          [
            {
              id: 'w:1',
              kind: 'withdraw' as const,
              reason: '事实有误',
              at: scene.clock.now(),
              deadline: '2099-12-31',
              correction: null,
            },
          ],
        ],
      ]);
      return {
        run: () => applyRecalls({ orders, store: withBroken(store, bad), clock: scene.clock }),
        good: async () => ((await store.get(ids.get('recall-good')!))?.recall ?? null) !== null,
        stuck: `delivery ${bad}`,
      };
    },
  ],
  [
    'gauges: the trail of one copy cannot be read',
    async (scene) => {
      const { ids, store } = await copiesOn(scene, ['gauge-bad', 'gauge-good'], '数不清');
      for (const id of ids.values()) await store.patch(id, { attempts: 1 });
      const bad = ids.get('gauge-bad')!;
      const before = (await gauges(store, scene.clock)).unclaimed;
      let after = 0;
      return {
        run: async () => {
          after = (await gauges(withBroken(store, bad), scene.clock)).unclaimed;
        },
        good: async () => before - after === 1,
        stuck: `delivery ${bad}`,
      };
    },
  ],
  [
    'looking again: platforms that throw at once, never answer, or answer nonsense',
    async (scene) => {
      const { ids, store } = await copiesOn(scene, [...names, 'heard'], '复看渠道坏', 'confirmed');
      const looked: string[] = [];
      const channel = (id: string, later: unknown) =>
        [id, { ...createToyChannel(createToyPlatform(), () => 'ok', undefined, id), later } as Channel] as const;
      const tend = createAftercare({
        store,
        releases: createReleaseSource(scene.payload, scene.clock).get,
        linkFor: () => 'http://localhost/s/1',
        clock: scene.clock,
        log: () => undefined,
        owner: 'test',
        answerMs: 300,
        channels: new Map([
          channel('throws', { told: raises, look: raises }),
          channel('silent', { told: never, look: never }),
          channel('nonsense', { told: async () => 'banana', look: async () => 'banana' }),
          channel('nothing', { told: async () => () => false, look: never }),
          channel('sleepless', { told: async () => () => false, look: raises }),
          channel('heard', {
            told: async () => () => true,
            look: async ({ deliveryId }: { deliveryId: string }) => {
              looked.push(deliveryId);
              return null;
            },
          }),
        ]),
        watches: [...names, 'heard'].map((id) => ({ channel: id, days: 30, everyHours: 24 })),
      });
      return {
        run: tend,
        good: async () => looked.includes(ids.get('heard')!),
        stuck: /^(channel (throws|silent|nonsense)|delivery .*)$/,
      };
    },
  ],
  ...(['columns', 'campaigns', 'batches'] as const).map(
    (collection): Loop => [
      `night: ${collection} cannot be read, the other pages are looked at`,
      async (scene) => {
        const { payload } = scene;
        const word = `旧称${collection}局`;
        await payload.create({
          collection: 'lexicons',
          data: {
            slug: `pages-${collection}`,
            title: '词表（示例）',
            group: 'wording',
            edition: '2026-01-02',
            owner: '编辑部',
            source: '自编',
            confidence: 1,
            active: true,
            entries: [{ wrong: word, right: '新称', why: '改名', level: 'block' }],
          } as never,
        });
        const where = collection === 'columns' ? 'batches' : 'columns';
        const { id } =
          where === 'batches'
            ? await payload.create({
                collection: 'batches',
                data: { name: '页面好的一批', batchDate: '2026-06-01' } as never,
              })
            : await payload.create({
                collection: 'columns',
                data: {
                  slug: `pages-${collection}`,
                  name: '页面好的栏目',
                  description: '示例',
                  type: '政务动态',
                  kinds: ['knowledge'],
                  navOrder: 9,
                } as never,
              });
        await payload.db.updateOne({ collection: where, id, data: { name: word } as never, returning: false });
        const { index } = await deskLexicons(payload);
        let found: string[] = [];
        return {
          run: async () => {
            const mend = breakOff(scene, collection);
            found = (
              await checkPages(payload, { lexicons: { index } as never, secret: payload.secret }).finally(mend)
            ).map(({ subject }) => ('id' in subject ? String(subject.id) : ''));
          },
          good: async () => found.includes(id),
          stuck: `pages ${collection}`,
        };
      },
    ],
  ),
  [
    'undone corrections: a line of the register holds no instant',
    async (scene) => {
      const [bad, good] = [await scene.signed('登记没时间（示例）'), await scene.signed('登记有时间（示例）')];
      const line = ({ release, story }: typeof bad, at: string) =>
        ({ kind: 'correction', key: `${release}:0`, at, facts: { story, release } }) as unknown as Entry;
      let told: string[] = [];
      return {
        run: async () => {
          told = (
            await undoneCorrections(scene.payload, [line(bad, 'garbage'), line(good, scene.clock.now().toISOString())])
          ).map(({ story }) => story);
        },
        good: async () => told.includes(good.story),
        stuck: `story ${bad.story}`,
      };
    },
  ],
  [
    'alarms: posts cannot be read, everything else is judged, and nothing of them counts as over',
    async (scene) => {
      const read = createFactReader(scene.payload, {
        clock: scene.clock,
        watchingSince: scene.clock.now(),
        weiboTokenExpires: null,
        holdStarter: false,
      });
      let facts: Awaited<ReturnType<typeof read>> | null = null;
      return {
        run: async () => {
          const mend = breakOff(scene, 'posts');
          facts = await read().finally(mend);
        },
        good: async () =>
          facts !== null && facts.gauges.at instanceof Date && facts.unread.join() === '平台限额,还没有签发的排期',
        stuck: /^alarms /,
      };
    },
  ],
];
