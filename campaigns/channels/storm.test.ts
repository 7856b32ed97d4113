import { expect, test } from 'vitest';
import type { Channel } from './channel.ts';
import type { Faults } from './emulator/faults.ts';
import { sampleAssets } from './testing/assets.ts';
import { Copy } from './testing/copy.ts';
import { seeded } from './testing/random.ts';
import { sampleRelease } from './testing/release.ts';
import { testClock, type TestClock } from './testing/test-clock.ts';
import { startWechatEmulator } from './wechat/emulator/server.ts';
import { createWechatChannel } from './wechat/wechat-channel.ts';
import { startWeiboEmulator } from './weibo/emulator/server.ts';
import { createWeiboChannel } from './weibo/weibo-channel.ts';

/** Misfortunes that pass; each delivery meets up to three of them and up to one crash. */
const modes = ['drop-before', 'drop-after', 'delay-after', 'bad-gateway', 'error'] as const;
const storms = 40;

interface Place {
  name: string;
  paths: string[];
  passing: number[];
  start(clock: TestClock): Promise<{
    faults: Faults;
    open(): Channel;
    ids(): (string | null)[];
    deleted(): (string | null)[];
    close(): Promise<void>;
  }>;
}

const wechatPlace = (name: string, send: 'publish' | 'mass', paths: string[]): Place => ({
  name,
  paths: ['stable_token', 'media/uploadimg', 'add_material', 'draft/add', 'draft/batchget', ...paths],
  passing: [-1, 45011, 53501, 42001],
  async start(clock) {
    const platform = await startWechatEmulator({ port: 0, clock, profile: { massQuota: { perMonth: 1_000 } } });
    const options = {
      id: 'wechat',
      name: '微信公众号',
      send,
      apiBase: platform.url,
      appId: 'wxdemo',
      appSecret: 'demo-secret',
    };
    return {
      faults: platform.faults,
      open: () => createWechatChannel(options, { clock, assets: sampleAssets() }),
      ids: () => platform.ledger().map((row) => row.deliveryId),
      deleted: () =>
        platform
          .ledger()
          .filter((row) => row.deleted)
          .map((row) => row.deliveryId),
      close: () => platform.close(),
    };
  },
});

const places = [
  wechatPlace('微信公众号', 'publish', [
    'freepublish/submit',
    'freepublish/get',
    'freepublish/batchget',
    'freepublish/delete',
  ]),
  wechatPlace('微信公众号（群发）', 'mass', ['mass/sendall', 'mass/sendall', 'mass/delete']),
];

const weibo: Place = {
  name: '微博',
  paths: ['statuses/share.json', 'statuses/destroy.json'],
  passing: [10001, 10023, 20016],
  async start(clock) {
    const platform = await startWeiboEmulator({
      port: 0,
      clock,
      safeDomain: 'cx.example.gov.cn',
      profile: { destroy: true },
    });
    const options = {
      id: 'weibo',
      destroy: true,
      name: '微博',
      apiBase: platform.url,
      accessToken: 'demo-token',
      safeDomain: 'cx.example.gov.cn',
    };
    return {
      faults: platform.faults,
      open: () => createWeiboChannel(options, { clock, assets: sampleAssets() }),
      ids: () => platform.ledger().map((row) => row.deliveryId),
      deleted: () =>
        platform
          .ledger()
          .filter((row) => row.deleted)
          .map((row) => row.deliveryId),
      close: () => platform.close(),
    };
  },
};

test.each([...places, weibo])(
  '$name：随便怎么断、怎么崩，每份推送恰好一份，要撤的都撤下来',
  async ({ start, paths, passing }) => {
    const clock = testClock();
    const place = await start(clock);
    try {
      const expected: string[] = [];
      const withdrawn: string[] = [];
      for (let seed = 1; seed <= storms; seed += 1) {
        const random = seeded(seed);
        const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
        const trouble = () => {
          for (let i = Math.floor(random() * 4); i > 0; i -= 1) {
            place.faults.add({ path: pick(paths), mode: pick(modes), errcode: pick(passing), ms: 5 });
          }
        };
        trouble();
        const copy = new Copy(clock, `storm-${seed}`, sampleRelease({ title: `第${seed}场（示例）` }));
        if (random() < 0.5) copy.crash = { at: 1 + Math.floor(random() * 6), when: pick(['before', 'after']) };
        expect(await copy.run(place.open), `seed ${seed}`).toMatchObject({ kind: 'confirmed' });
        expected.push(copy.deliveryId);
        if (random() < 0.5) {
          trouble();
          copy.records = 0;
          copy.crash = { at: 1 + Math.floor(random() * 3), when: pick(['before', 'after']) };
          // Weibo never tells the number of a post that was only recognised as a repetition.
          const known = copy.outcomes.some((o) => o.kind === 'confirmed' && o.externalId !== null);
          expect(await copy.withdraw(place.open), `seed ${seed}`).toMatchObject({
            kind: known ? 'deleted' : 'needs-person',
          });
          if (known) withdrawn.push(copy.deliveryId);
        }
        place.faults.clear();
        clock.advance(3_600_000);
      }
      expect(place.ids().toSorted()).toEqual(expected.toSorted());
      expect(withdrawn.length).toBeGreaterThan(5);
      expect(place.deleted().toSorted()).toEqual(withdrawn.toSorted());
    } finally {
      await place.close();
    }
  },
);
