import { expect, it } from 'vitest';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { createWechatChannel } from '../../campaigns/channels/wechat/wechat-channel.ts';
import { sampleAssets } from '../../campaigns/channels/testing/assets.ts';
import { sampleRelease } from '../../campaigns/channels/testing/release.ts';
import { startWechatEmulator } from '../../campaigns/channels/wechat/emulator/server.ts';
import { openInbox } from './inbox.ts';

it.each([
  ['early', 1],
  ['doubled', 2],
  ['lost', 0],
] as const)('a message that comes %s arrives %i times at the address', async (trouble, times) => {
  const clock = createManualClock('2026-06-14T09:00:00+08:00');
  const inbox = await openInbox(clock);
  const platform = await startWechatEmulator({
    port: 0,
    clock,
    profile: { publishMs: 100, callback: inbox.profile(trouble) },
  });
  const channel = createWechatChannel(
    { id: 'wechat', name: '微信公众号', apiBase: platform.url, appId: 'wxdemo', appSecret: 'demo-secret' },
    { clock, assets: sampleAssets(), events: inbox.events },
  );
  try {
    const outcome = await channel.send({
      deliveryId: 'd1',
      release: sampleRelease(),
      link: 'https://www.example.gov.cn/s/123?d=d1',
      progress: {},
      lastSendAt: null,
      resumedAt: null,
      record: async () => undefined,
      signal: new AbortController().signal,
    });
    expect(outcome.kind).toBe('sent');
    clock.advance(1000);
    const attempts = await platform.callbacks();
    expect(attempts.map((a) => [a.status, a.answer])).toEqual(Array.from({ length: times }, () => [200, 'success']));
  } finally {
    await platform.close();
    await inbox.close();
  }
});
