import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sampleAssets } from '../../../../campaigns/channels/testing/assets.ts';
import { sampleRelease } from '../../../../campaigns/channels/testing/release.ts';
import { startWechatEmulator } from '../../../../campaigns/channels/wechat/emulator/server.ts';
import type { ProfileInput } from '../../../../campaigns/channels/wechat/emulator/profile.ts';
import { createWechatChannel } from '../../../../campaigns/channels/wechat/wechat-channel.ts';
import { createManualClock } from '../../../../campaigns/outbox/engine/manual-clock.ts';
import { createMemoryEvents } from '../../../../campaigns/outbox/journal/memory-events.ts';
import { createMemoryStore } from '../../../../campaigns/outbox/journal/memory-store.ts';
import { createWorker } from '../../../../campaigns/outbox/engine/worker.ts';
import { answerByHook } from '../../../../site/server/hooks.ts';
import { send } from '../../../../site/server/send.ts';
import { wechatHook } from '../wechat-hook.ts';

const start = new Date('2027-03-15T09:00:00+08:00');
export const keys = { token: 'scene-token', appId: 'wxdemo', aesKeys: ['N'.repeat(43), 'O'.repeat(43)] };

/** A real worker and client, the emulator, and the product's hook on a socket; one clock that moves only when told. */
export async function openScene({
  mode = 'publish',
  events = createMemoryEvents(),
}: {
  mode?: 'publish' | 'mass';
  events?: ReturnType<typeof createMemoryEvents>;
} = {}) {
  const clock = createManualClock(start);
  const store = createMemoryStore();
  const log: string[] = [];
  const hook = wechatHook({ keys, events, store, clock, log: (line) => log.push(line) });
  const answers: number[] = [];
  const server = createServer((request, response) => {
    void answerByHook(hook, request, (line) => log.push(line)).then((answer) => {
      answers.push(answer.status);
      return send(request, response, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/wechat`;
  const platform = await startWechatEmulator({ port: 0, clock });
  const register = (change: Partial<NonNullable<ProfileInput['callback']>> = {}) =>
    platform.change({ callback: { url, token: keys.token, aesKey: keys.aesKeys[0], ...change } });
  register();
  const asked: string[] = [];
  const { take } = platform.faults;
  platform.faults.take = (path) => {
    asked.push(path.replace('/cgi-bin/', ''));
    return take.call(platform.faults, path);
  };
  const options = {
    id: 'wechat',
    name: '微信公众号',
    apiBase: platform.url,
    appId: 'wxdemo',
    appSecret: 'demo-secret',
    send: mode,
  };
  const channel = createWechatChannel(options, { clock, assets: sampleAssets(), events });
  const worker = createWorker({
    store,
    clock,
    channels: new Map([['wechat', channel]]),
    releases: async (id) => sampleRelease({ id }),
    isLive: async () => true,
    linkFor: (d, r) => `https://www.example.gov.cn/s/${r.serial}?d=${d.id}`,
    random: () => 0,
    owner: { name: 'scene', judge: () => 'unknown' },
  });
  return {
    clock,
    store,
    events,
    platform,
    worker,
    register,
    url,
    log,
    /** Status of every answer that the hook has given. */
    answers,
    /** How often the platform was asked this. */
    asked: (path: string) => asked.filter((one) => one === path).length,
    plan: (postId = 'p1') =>
      store.create({
        campaignId: 'c1',
        postId,
        channel: 'wechat',
        releaseId: `r-${postId}`,
        plannedAt: clock.now(),
        misfire: 'late',
        misfireWindow: 600,
      }),
    all: () => store.list({}),
    async close() {
      await platform.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
export type Scene = Awaited<ReturnType<typeof openScene>>;
