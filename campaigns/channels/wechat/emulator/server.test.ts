import { mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jpeg } from '../../testing/assets.ts';
import { testClock, type TestClock } from '../../testing/test-clock.ts';
import { startWechatEmulator, type WechatEmulator } from './server.ts';

type Answer = Record<string, unknown>;
let clock: TestClock;
let platform: WechatEmulator;
beforeEach(async () => {
  clock = testClock();
  platform = await startWechatEmulator({ port: 0, clock, others: [{ appId: 'wxother', secret: 'other' }] });
});
afterEach(() => platform.close());

const call = async (path: string, init?: RequestInit): Promise<Answer> =>
  (await (await fetch(`${platform.url}/cgi-bin/${path}`, init)).json()) as Answer;
const stable = (more: object = {}) =>
  call('stable_token', {
    method: 'POST',
    body: JSON.stringify({ grant_type: 'client_credential', appid: 'wxdemo', secret: 'demo-secret', ...more }),
  });
const token = async (more: object = {}) => String((await stable(more)).access_token);
const api = async (path: string, body: object | string, as?: string) =>
  call(`${path}?access_token=${as ?? (await token())}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const upload = async (path: string, bytes: Uint8Array, as?: string) => {
  const form = new FormData();
  form.append('media', new Blob([new Uint8Array(bytes)]), 'a.jpg');
  return call(`${path}access_token=${as ?? (await token())}`, { method: 'POST', body: form });
};
const cover = async (as?: string) => String((await upload('material/add_material?type=image&', jpeg(), as)).media_id);
const article = async (change: object = {}) => ({
  title: '示例',
  author: '示例',
  digest: '示例',
  content: '<section><p>示例</p></section>',
  content_source_url: 'https://x.example/s/1?d=d1',
  thumb_media_id: await cover(),
  ...change,
});
const draft = async (change: object = {}) => api('draft/add', { articles: [await article(change)] });

describe('凭据', () => {
  test('同一个稳定凭据，剩余时间递减；提前五分钟换新，新旧都可用五分钟', async () => {
    const first = await stable();
    expect(first.expires_in).toBe(7200);
    clock.advance(3_600_000);
    expect(await stable()).toEqual({ access_token: first.access_token, expires_in: 3600 });
    clock.advance(3_600_000 - 300_000);
    const second = await token();
    expect(second).not.toBe(first.access_token);
    expect(await api('draft/count', {}, String(first.access_token))).toEqual({ total_count: 0 });
    clock.advance(300_000);
    expect(await api('draft/count', {}, String(first.access_token))).toMatchObject({ errcode: 42001 });
    expect(await api('draft/count', {}, second)).toEqual({ total_count: 0 });
  });

  test('两个系列互不影响；强制刷新使旧凭据立刻失效，间隔 30 秒，一天 20 次', async () => {
    const plain = await call('token?grant_type=client_credential&appid=wxdemo&secret=demo-secret');
    const old = await token();
    const fresh = await token({ force_refresh: true });
    expect(await api('draft/count', {}, old)).toMatchObject({ errcode: 40001 });
    expect(await api('draft/count', {}, fresh)).toEqual({ total_count: 0 });
    expect(await api('draft/count', {}, String(plain.access_token))).toEqual({ total_count: 0 });
    expect(await stable({ force_refresh: true })).toMatchObject({ errcode: 45011 });
    for (let i = 1; i < 20; i += 1) {
      clock.advance(30_000);
      expect(await stable({ force_refresh: true })).toHaveProperty('access_token');
    }
    clock.advance(30_000);
    expect(await stable({ force_refresh: true })).toMatchObject({ errcode: 45009 });
    clock.advance(24 * 3_600_000);
    expect(await stable({ force_refresh: true })).toHaveProperty('access_token');
  });

  test.each([
    [{ appid: 'wxnobody' }, 40013],
    [{ secret: 'wrong' }, 40125],
    [{ grant_type: 'x' }, 40002],
    [{ appid: '' }, 41002],
    [{ secret: '' }, 41004],
  ])('%o 得到 %d，带请求编号', async (more, errcode) => {
    expect(await stable(more)).toEqual({
      errcode,
      errmsg: expect.stringMatching(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/),
    });
  });

  test('不在白名单里的地址：40164', async () => {
    platform.change({ ipWhitelist: ['192.0.2.1'] });
    expect(await stable()).toMatchObject({ errcode: 40164 });
  });
});

describe('请求的样子', () => {
  test('只收 POST、JSON、原样的中文', async () => {
    const access = await token();
    expect(await call(`draft/add?access_token=${access}`)).toMatchObject({ errcode: 43002 });
    expect(await call('stable_token')).toMatchObject({ errcode: 43002 });
    expect(await api('draft/add', '{', access)).toMatchObject({ errcode: 47001 });
    expect(
      await api('draft/add', JSON.stringify({ articles: [await article()] }).replace('示', '\\u793a'), access),
    ).toMatchObject({ errcode: 47001 });
    expect(await call('draft/count')).toMatchObject({ errcode: 41001 });
    expect(await api('draft/count', {}, 'x'.repeat(120))).toMatchObject({ errcode: 40001 });
  });
});

describe('素材', () => {
  test('看字节不看名字，也看大小', async () => {
    const gif = new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61]);
    expect(await upload('media/uploadimg?', jpeg(1024 * 1024 - 1))).toEqual({
      url: expect.stringMatching(/^http:\/\/mmbiz\.qpic\.cn\//),
    });
    expect(await upload('media/uploadimg?', jpeg(1024 * 1024))).toMatchObject({ errcode: 40009 });
    expect(await upload('media/uploadimg?', gif)).toMatchObject({ errcode: 40005 });
    expect(await upload('media/uploadimg?', new Uint8Array([1, 2, 3]))).toMatchObject({ errcode: 40005 });
    expect(await upload('material/add_material?type=image&', gif)).toHaveProperty('media_id');
    expect(await upload('material/add_material?type=thumb&', jpeg(64 * 1024 + 1))).toMatchObject({ errcode: 40009 });
    expect(await upload('material/add_material?type=file&', jpeg())).toMatchObject({ errcode: 40004 });
    expect(await api('media/uploadimg', 'not multipart')).toMatchObject({ errcode: 41005 });
  });

  test('封面要是本号的永久素材，且已就绪', async () => {
    const other = await token({ appid: 'wxother', secret: 'other' });
    expect(await draft({ thumb_media_id: await cover(other) })).toMatchObject({ errcode: 40007 });
    expect(await draft({ thumb_media_id: 'nobody' })).toMatchObject({ errcode: 40007 });
    platform.change({ coverDelayMs: 2_000 });
    const fresh = await cover();
    expect(await draft({ thumb_media_id: fresh })).toMatchObject({ errcode: 40007 });
    clock.advance(2_000);
    expect(await draft({ thumb_media_id: fresh })).toHaveProperty('media_id');
  });
});

describe('草稿', () => {
  test.each([
    [{ title: '🎋'.repeat(33) }, 45003],
    [{ author: '信'.repeat(17) }, 45110],
    [{ digest: '信'.repeat(129) }, 45004],
    [{ content_source_url: `https://x.example/${'a'.repeat(1024)}` }, 45005],
    [{ content: '信'.repeat(20_000) }, 45002],
    [{ content: '' }, 44004],
    [{ content: '<p><a href="https://x.example">x</a></p>' }, 45166],
    [{ content: '<iframe src="x"></iframe>' }, 45166],
  ])('%o 得到 %d', async (change, errcode) => {
    expect(await draft(change)).toMatchObject({ errcode });
  });

  test('长度按字符：32 个表情的标题可以', async () => {
    expect(await draft({ title: '🎋'.repeat(32), author: '𠮷'.repeat(16), digest: '🎋'.repeat(128) })).toHaveProperty(
      'media_id',
    );
  });

  test('篇数：没有是 44003，超过八篇是 45008', async () => {
    expect(await api('draft/add', { articles: [] })).toMatchObject({ errcode: 44003 });
    expect(await api('draft/add', { articles: Array.from({ length: 9 }, () => ({})) })).toMatchObject({
      errcode: 45008,
    });
  });

  test('外站图片悄悄不见，脚本去掉，自己的图片留下；摘要缺省取正文前 54 字', async () => {
    const { url } = await upload('media/uploadimg?', jpeg());
    const { media_id } = await draft({
      digest: '',
      content: `<p onclick="x()" id="i">${'信'.repeat(60)}</p><script>1</script><img src="${String(url)}"><img src="https://x.example/a.jpg">`,
    });
    const got = await api('draft/get', { media_id });
    expect(got).toMatchObject({
      news_item: [{ content: `<p>${'信'.repeat(60)}</p><img src="${String(url)}">`, digest: `${'信'.repeat(53)}…` }],
    });
  });

  test('draft/update 收一个对象，不收数组', async () => {
    const { media_id } = await draft();
    expect(await api('draft/update', { media_id, index: 0, articles: [await article()] })).toMatchObject({
      errcode: 47001,
    });
    expect(await api('draft/update', { media_id, index: 0, articles: await article({ title: '改过' }) })).toMatchObject(
      { errcode: 0 },
    );
    expect(await api('draft/get', { media_id })).toMatchObject({ news_item: [{ title: '改过' }] });
  });

  test('列表一次 1 到 20 条，no_content 只略去正文', async () => {
    await draft();
    expect(await api('draft/batchget', { offset: 0, count: 21 })).toMatchObject({ errcode: 47001 });
    const page = (await api('draft/batchget', { offset: 0, count: 20, no_content: 1 })) as {
      item: { content: { news_item: object[] } }[];
    };
    expect(page).toMatchObject({
      total_count: 1,
      item_count: 1,
      item: [{ content: { news_item: [{ content_source_url: 'https://x.example/s/1?d=d1' }] } }],
    });
    expect(page.item[0]?.content.news_item[0]).not.toHaveProperty('content');
  });
});

describe('发布', () => {
  test('先受理后发布；草稿随后离开草稿箱；再交一次不会多发', async () => {
    const { media_id } = await draft();
    const { publish_id } = await api('freepublish/submit', { media_id });
    expect(await api('freepublish/get', { publish_id })).toMatchObject({ publish_status: 1 });
    expect(await api('freepublish/submit', { media_id })).toMatchObject({ errcode: 53503 });
    clock.advance(300);
    expect(await api('freepublish/get', { publish_id })).toMatchObject({
      publish_status: 0,
      article_id: expect.any(String),
      article_detail: { count: 1, item: [{ idx: 1, article_url: expect.any(String) }] },
    });
    expect(await api('draft/get', { media_id })).toMatchObject({ errcode: 40007 });
    expect(await api('freepublish/submit', { media_id })).toMatchObject({ errcode: 40007 });
    expect(platform.ledger()).toMatchObject([
      { deliveryId: 'd1', link: 'https://x.example/s/1?d=d1', at: '2027-03-15T01:00:00.300Z' },
    ]);
    expect(await api('freepublish/get', { publish_id: '1' })).toMatchObject({ errcode: 53502 });
  });

  test('审核不过：fail_idx 从 1 数起，草稿还在', async () => {
    platform.change({ publishStatus: 4 });
    const { media_id } = await draft();
    const { publish_id } = await api('freepublish/submit', { media_id });
    clock.advance(300);
    expect(await api('freepublish/get', { publish_id })).toMatchObject({ publish_status: 4, fail_idx: [1] });
    expect(await api('draft/get', { media_id })).toHaveProperty('news_item');
  });

  test('未认证的号没有接口权限，运行中变了也一样', async () => {
    const { media_id } = await draft();
    platform.change({ verified: false });
    expect(await api('freepublish/submit', { media_id })).toMatchObject({ errcode: 48001 });
  });

  test('删除：不给序号就全删', async () => {
    const { media_id } = await draft();
    await api('freepublish/submit', { media_id });
    clock.advance(300);
    const article_id = platform.ledger()[0]?.id;
    expect(await api('freepublish/delete', { article_id })).toMatchObject({ errcode: 0 });
    expect(platform.ledger()).toMatchObject([{ deleted: true }]);
    expect(await api('freepublish/delete', { article_id: 'x' })).toMatchObject({ errcode: 53600 });
  });
});

describe('群发', () => {
  const send = async (clientmsgid: string, media_id: unknown) =>
    api('message/mass/sendall', { filter: { is_to_all: true }, msgtype: 'mpnews', mpnews: { media_id }, clientmsgid });

  test('clientmsgid：不超过 32 字节；一分钟内 45066，24 小时内 45065 带原编号', async () => {
    const { media_id } = await draft();
    expect(await send('信'.repeat(11), media_id)).toMatchObject({ errcode: 45067 });
    const sent = await send('m1', media_id);
    expect(sent).toMatchObject({ errcode: 0 });
    expect(await send('m1', media_id)).toMatchObject({ errcode: 45066 });
    clock.advance(60_000);
    expect(await send('m1', media_id)).toEqual({ errcode: 45065, errmsg: expect.any(String), msg_id: sent.msg_id });
    expect(platform.ledger()).toHaveLength(1);
    expect(await api('freepublish/batchget', { offset: 0, count: 20 })).toMatchObject({ total_count: 0 });
  });

  test('服务号一个月四次，订阅号一天一次，按上海的日子', async () => {
    for (let i = 0; i < 4; i += 1) expect(await send(`m${i}`, (await draft()).media_id)).toMatchObject({ errcode: 0 });
    expect(await send('m5', (await draft()).media_id)).toMatchObject({ errcode: 45028 });
    platform.change({ type: 'subscription' });
    expect(await send('m6', (await draft()).media_id)).toMatchObject({ errcode: 0 });
    clock.advance(14.9 * 3_600_000);
    expect(await send('m7', (await draft()).media_id)).toMatchObject({ errcode: 45028 });
    clock.advance(0.2 * 3_600_000);
    expect(await send('m8', (await draft()).media_id)).toMatchObject({ errcode: 0 });
  });

  test('删除群发：按编号，再删一次也成；别的编号不认', async () => {
    const { msg_id } = await send('m1', (await draft()).media_id);
    const remove = async (id: unknown) => api('message/mass/delete', { msg_id: id });
    expect(await remove(1)).toMatchObject({ errcode: 40059 });
    expect(await remove(msg_id)).toMatchObject({ errcode: 0 });
    expect(await remove(msg_id)).toMatchObject({ errcode: 0 });
    expect(platform.ledger()).toMatchObject([{ deleted: true, by: 'mass' }]);
  });

  test('要管理员确认：等 30 分钟，过时作废', async () => {
    platform.change({ adminConfirm: true });
    const { media_id } = await draft();
    expect(await send('m1', media_id)).toMatchObject({ errcode: 89504 });
    clock.advance(30 * 60_000);
    expect(await send('m1', media_id)).toMatchObject({ errcode: 89505 });
    expect(platform.ledger()).toEqual([]);
  });
});

describe('开关和状态', () => {
  test('执行后扣住回答，放开才回', async () => {
    const { media_id } = await draft();
    await fetch(`${platform.url}/__hold`, { method: 'POST', body: JSON.stringify({ path: 'freepublish/submit' }) });
    let answered = false;
    const submitted = api('freepublish/submit', { media_id }).then((answer) => {
      answered = true;
      return answer;
    });
    while (platform.faults.held().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    clock.advance(300);
    expect(platform.ledger()).toHaveLength(1);
    expect(answered).toBe(false);
    await fetch(`${platform.url}/__release`, { method: 'POST' });
    expect(await submitted).toMatchObject({ errcode: 0 });
  });

  test('写错的开关说清哪里不对', async () => {
    const answer = await fetch(`${platform.url}/__faults`, {
      method: 'POST',
      body: JSON.stringify({ path: 'x', mode: 'nonsense' }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: expect.stringContaining('mode') });
  });

  test('网页上能看到文章，图片来自模拟器自己', async () => {
    const { url } = await upload('media/uploadimg?', jpeg());
    const { media_id } = await draft({ title: '<b>示例</b>', content: `<p>正文</p><img src="${String(url)}">` });
    await api('freepublish/submit', { media_id });
    clock.advance(300);
    expect(await (await fetch(`${platform.url}/`)).text()).toContain('&lt;b&gt;示例&lt;/b&gt;');
    const page = await (await fetch(platform.ledger()[0]?.url ?? '')).text();
    const picture = /src="(\/pictures\/[^"]+)"/.exec(page)?.[1] ?? '';
    expect(new Uint8Array(await (await fetch(platform.url + picture)).arrayBuffer())).toEqual(jpeg());
  });
});

test('被杀后重启：凭据、草稿、已发布的都还在，写坏的最后一行不碍事', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'wechat-'));
  const stateFile = join(directory, 'state', 'wechat.json');
  await platform.close();
  platform = await startWechatEmulator({ port: 0, clock, stateFile });
  const before = await token();
  const { media_id } = await draft();
  await api('freepublish/submit', { media_id });
  await draft({ content_source_url: 'https://x.example/s/2?d=d2' });
  await platform.close();
  await truncate(stateFile, (await readFile(stateFile)).length - 5);
  clock.advance(1_000);
  platform = await startWechatEmulator({ port: 0, clock, stateFile });
  expect(await token()).toBe(before);
  expect(platform.ledger()).toMatchObject([{ deliveryId: 'd1' }]);
  expect(await draft()).toHaveProperty('media_id');
  await platform.close();
  platform = await startWechatEmulator({ port: 0, clock, stateFile });
  expect(await api('draft/count', {})).toEqual({ total_count: 1 });
  await rm(directory, { recursive: true });
});
