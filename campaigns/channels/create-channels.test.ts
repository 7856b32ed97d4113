import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { accountKinds } from './account-kinds.ts';
import { accountSchema, type ChannelAccount } from './accounts.ts';
import { channelKinds } from './channel-kinds.ts';
import type { ChannelSettings } from './channel-settings.ts';
import { createChannels } from './create-channels.ts';
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
const contact = { desk: '示例', phone: '0839-0000000' };
const desk = { name: '要闻编辑室（示例）', phone: '0839-0000001', email: 'desk@press.example' };
const accounts: ChannelAccount[] = [
  { id: 'wechat', type: 'wechat', name: '微信公众号', account: '诚信广元（示例）' },
  { id: 'weibo', type: 'weibo', name: '微博', account: '诚信广元发布（示例）' },
  { id: 'press', type: 'press', name: '广元日报', outlet: '广元日报（示例）', deadline: '16:00', page: '第三版', desk },
  {
    id: 'radio',
    type: 'press',
    name: '广元广播',
    outlet: '广元广播（示例）',
    deadline: '16:00',
    page: '早间新闻',
    desk,
  },
  {
    id: 'community',
    type: 'community',
    name: '社区打印包',
    masthead: '诚信广元',
    issuer: '诚信广元编辑部（示例）',
    contact,
  },
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
  expect(await new Copy(clock, 'd1').step(channel)).toMatchObject({
    kind: 'retry',
    note: expect.stringContaining('ECONNREFUSED'),
  });
});

test('每种账号都有渠道来发，每种渠道都有账号', () => {
  expect(channelKinds.map(({ type }) => type)).toEqual(accountKinds.map(({ type }) => type));
});

test('每种账号的每一项都有说法，给人看的另有第二个人', () => {
  const common = ['id', 'type', 'name', 'quota'];
  for (const { schema, words } of accountKinds) {
    const said = [...Object.keys(words.shown), ...Object.keys(words.machine)];
    expect(new Set(said).size).toBe(said.length);
    // The old key is only refused.
    const fields = Object.keys(schema.shape).filter(
      (field) => !common.includes(field) && !(words.kind === '报社' && field === 'contact'),
    );
    expect(new Set(said.map((path) => path.split('.')[0]))).toEqual(new Set(fields));
    for (const path of Object.keys(words.neutral)) expect(words.shown).toHaveProperty([path]);
  }
});

test('设置不全、种类不认识或重复，用一句话说清', () => {
  const sentence = (account: object) =>
    accountSchema
      .safeParse(account)
      .error?.issues.map(({ path, message }) => `${path.join('.')}：${message}`)
      .join();
  expect(sentence({ ...accounts[2], outlet: '' })).toBe('outlet：没有内容，请补上');
  expect(sentence({ ...accounts[0], send: 'all' })).toBe('send：只能是 publish（发布）或 mass（群发）');
  expect(accounts.map(sentence)).toEqual(accounts.map(() => undefined));
  expect(() => createChannels([accounts[0]!, accounts[0]!], settings, context)).toThrow('渠道“wechat”写了两次');
  expect(() => createChannels([{ id: 'fax', type: 'fax', name: '传真' }], settings, context)).toThrow(
    '渠道“fax”的种类“fax”没有办法发送',
  );
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
