import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createChannels, type ChannelAccount, type ChannelSettings } from './create-channels.ts';
import { sampleAssets } from './testing/assets.ts';
import { Copy } from './testing/copy.ts';
import { testClock } from './testing/test-clock.ts';

const clock = testClock();
const closed = await closedPort();
const context = { clock, assets: sampleAssets() };
const settings: ChannelSettings = {
  mode: 'api',
  wechat: { apiBase: closed, appId: 'wxdemo', appSecret: 'demo-secret' },
  weibo: { apiBase: closed, accessToken: 'demo-token', safeDomain: 'localhost', rip: '127.0.0.1' },
  contact: { desk: '值班编辑（示例）', phone: '0839-0000000', email: 'desk@cx.example' },
  pressDir: '/nonexistent',
};
const contact = { desk: '示例', phone: '0839-0000000', email: 'desk@press.example' };
const desk = { name: '要闻编辑室（示例）', phone: '0839-0000001', email: 'desk@press.example' };
const accounts: ChannelAccount[] = [
  { id: 'wechat', type: 'wechat', name: '微信公众号' },
  { id: 'weibo', type: 'weibo', name: '微博' },
  { id: 'press', type: 'press', name: '广元日报', outlet: '广元日报（示例）', desk },
  { id: 'radio', type: 'press', name: '广元广播', outlet: '广元广播（示例）', desk },
  { id: 'community', type: 'community', name: '社区打印包', masthead: '诚信广元', issuer: '诚信广元编辑部（示例）', contact },
  { id: 'site', type: 'site', name: '网站' },
];

test('每个账号一个渠道，按编号取', () => {
  const channels = createChannels(accounts, settings, context);
  expect([...channels.keys()]).toEqual(['wechat', 'weibo', 'press', 'radio', 'community', 'site']);
  expect(channels.get('radio')?.name).toBe('广元广播');
});

test.each(['wechat', 'weibo'])('%s 平台连不上：肯定没有发出，稍后再试', async (id) => {
  const channel = createChannels(accounts, settings, context).get(id);
  if (!channel) throw new Error('没有渠道');
  expect(await new Copy(clock, 'd1').step(channel)).toMatchObject({ kind: 'retry', note: expect.stringContaining('ECONNREFUSED') });
});

test('设置不全或重复，用一句话说清', () => {
  const broken = { id: 'press', type: 'press', name: '广元日报', outlet: '', desk } as const;
  expect(() => createChannels([broken], settings, context)).toThrow(/渠道“press”的设置不对（outlet/);
  const misspelt = { id: 'wechat', type: 'wechat', name: '微信公众号', send: 'all' } as unknown as ChannelAccount;
  expect(() => createChannels([misspelt], settings, context)).toThrow('请写 publish（发布）或 mass（群发）');
  expect(() => createChannels([accounts[0]!, accounts[0]!], settings, context)).toThrow('渠道“wechat”写了两次');
});

/** An address at which nobody listens any more. */
async function closedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}
