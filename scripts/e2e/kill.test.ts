import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWechatEmulator, type WechatEmulator } from '../../campaigns/channels/wechat/emulator/server.ts';
import { startWeiboEmulator, type WeiboEmulator } from '../../campaigns/channels/weibo/emulator/server.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { createDeliveryStore } from '../../cms/store/payload-delivery-store.ts';
import { openCms, type OpenCms } from '../compose/open-cms.ts';
import { furnishedInstallation } from './furnished.ts';
import { eventually, type Environment } from './product.ts';
import { seeded } from '../../campaigns/channels/testing/random.ts';
import { within } from '../../.config/patience.ts';
import { endNode, startNode } from '../../.config/start-node.ts';

const kills = 50;
/** Mutations after which the product is killed: executed there, not yet recorded here. */
const steps = [
  ['wechat', 'material/add_material'],
  ['wechat', 'draft/add'],
  ['wechat', 'freepublish/submit'],
  ['wechat', 'freepublish/submit'],
  ['weibo', 'statuses/share.json'],
  ['weibo', 'statuses/share.json'],
] as const;

let place: Environment;
let cms: OpenCms;
let emulators: { wechat: WechatEmulator; weibo: WeiboEmulator };
// The platforms' clock runs two hours a round, so that an hourly quota is not what this test measures.
let ahead = 0;
const platformClock: Clock = { ...systemClock, now: () => new Date(Date.now() + ahead) };

beforeAll(async () => {
  const wechat = await startWechatEmulator({ port: 0, clock: platformClock });
  const weibo = await startWeiboEmulator({ port: 0, clock: platformClock, safeDomain: 'localhost' });
  emulators = { wechat, weibo };
  place = await furnishedInstallation('seeded', {
    CHANNELS: 'emulator',
    WECHAT_API_BASE: wechat.url,
    WEIBO_API_BASE: weibo.url,
  });
  Object.assign(process.env, place.env);
  cms = await openCms();
}, within(180_000));

afterAll(async () => {
  await cms?.close();
  await Promise.all([emulators.wechat.close(), emulators.weibo.close()]);
  await place?.drop();
});

/** Starts the scheduler alone, as its own process, without the wrapper: its pid is the one to kill. */
function startWorker(): { kill(): Promise<void>; stop(): Promise<void>; talk(): string } {
  const child = startNode(['scripts/cli/main.ts', 'start', '--role', 'worker'], { env: place.env });
  let talk = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: string) => (talk += text));
  return { kill: () => endNode(child), stop: () => endNode(child, 'SIGTERM'), talk: () => talk };
}

const control = async (base: string, path: string, body?: object) =>
  (await fetch(`${base}${path}`, body ? { method: 'POST', body: JSON.stringify(body) } : {})).json() as Promise<{
    held?: string[];
  }>;

it(
  `${kills} kills between “executed there” and “recorded here”: nothing doubled, nothing lost`,
  async () => {
    const { payload } = cms;
    const random = seeded(20260315);
    const story = (
      await payload.find({
        collection: 'publications',
        where: { kind: { equals: 'role-model' } },
        limit: 1,
        depth: 0,
        overrideAccess: true,
      })
    ).docs[0]!;
    const campaign = await payload.create({
      collection: 'campaigns',
      overrideAccess: true,
      data: {
        key: '2026/kill-test',
        slug: 'kill-test',
        year: 2026,
        occasion: 'consumer-rights-day',
        title: '断电演练（示例）',
        theme: '断电',
        standfirst: '断电。',
        phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
        state: 'confirmed',
        rehearsal: true,
      },
    });
    for (let round = 0; round < kills; round += 1) {
      ahead += 2 * 3_600_000;
      await payload.create({
        collection: 'posts',
        overrideAccess: true,
        data: {
          campaign: campaign.id,
          label: '演练',
          key: `${campaign.id}/round-${round}`,
          slug: `round-${round}`,
          story: story.story as string,
          channels: ['wechat', 'weibo', 'press'],
          at: new Date().toISOString(),
          anchor: 'start',
          offsetDays: 0,
          time: '09:00',
          misfire: 'late',
          misfireWindow: 1440,
        },
      });
      const [platform, path] = steps[Math.floor(random() * steps.length)]!;
      const base = emulators[platform].url;
      await control(base, '/__hold', { path });
      const worker = startWorker();
      await eventually(
        `round ${round}: ${path} executed\n`,
        async () => (await control(base, '/__hold')).held?.length,
        60_000,
      ).catch((error: unknown) => {
        throw new Error(`${String(error)}\n${worker.talk()}`);
      });
      await worker.kill();
      await control(base, '/__release', {});
    }

    const store = createDeliveryStore(payload);
    const worker = startWorker();
    const final = await eventually(
      'all confirmed',
      async () => {
        const all = await store.list({ campaignId: String(campaign.id) });
        return all.length === kills * 3 && all.every((d) => d.state === 'confirmed') && all;
      },
      240_000,
    ).catch(async (error: unknown) => {
      const open = (await store.list({ campaignId: String(campaign.id) })).filter((d) => d.state !== 'confirmed');
      throw new Error(`${String(error)}\n${JSON.stringify(open, null, 1)}\n${worker.talk()}`);
    });
    await worker.stop();

    for (const platform of ['wechat', 'weibo'] as const) {
      const wanted = final
        .filter((d) => d.channel === platform)
        .map((d) => d.id)
        .sort();
      const held = emulators[platform]
        .ledger()
        .map((row) => row.deliveryId)
        .sort();
      expect(held).toEqual(wanted);
    }
    const packs = await readdir(`${place.env.DATA_DIR}/press/press`);
    expect(packs).toHaveLength(kills);
  },
  within(900_000),
);
