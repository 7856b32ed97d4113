import { afterEach, beforeEach, expect, test } from 'vitest';
import { jpeg } from '../../testing/assets.ts';
import { testClock, type TestClock } from '../../testing/test-clock.ts';
import { startWeiboEmulator, type WeiboEmulator } from './server.ts';

let clock: TestClock;
let platform: WeiboEmulator;
beforeEach(async () => {
  clock = testClock();
  platform = await startWeiboEmulator({ port: 0, clock, safeDomain: 'cx.example.gov.cn' });
});
afterEach(() => platform.close());

const link = 'https://cx.example.gov.cn/s/1?d=d1';
const good = { access_token: 'demo-token', status: `示例 ${link}`, rip: '192.0.2.1' };

async function share(fields: Record<string, string>, pic?: Uint8Array) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  if (pic) form.append('pic', new Blob([new Uint8Array(pic)]), 'a.jpg');
  const body = pic ? form : new URLSearchParams(fields);
  const answer = await fetch(`${platform.url}/2/statuses/share.json`, { method: 'POST', body });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const code = async (fields: Record<string, string>, pic?: Uint8Array) =>
  Number((await share(fields, pic)).body.error_code);

test('发出一条：编号、文字、链接里的推送编号', async () => {
  const { status, body } = await share(good, jpeg());
  expect(status).toBe(200);
  expect(body).toMatchObject({ idstr: String(body.id), text: good.status });
  expect(platform.ledger()).toMatchObject([{ id: body.idstr, deliveryId: 'd1', link, picture: true }]);
});

test.each([
  ['没有令牌', { ...good, access_token: '' }, 21332],
  ['没有 rip', { ...good, rip: '' }, 10016],
  ['没有文字', { ...good, status: '' }, 10016],
  ['没有链接', { ...good, status: '示例' }, 10017],
  ['链接在别的域名', { ...good, status: '示例 https://x.example/s/1' }, 10017],
  ['链接域名只是结尾相同', { ...good, status: '示例 https://evilcx.example.gov.cn/s/1' }, 10017],
  ['带话题', { ...good, status: `#诚信# ${link}` }, 20021],
  ['太长', { ...good, status: `${'信'.repeat(131)} ${link}` }, 20012],
])('%s：被退回', async (_name, fields, errcode) => {
  expect(await code(fields)).toBe(errcode);
  expect(platform.ledger()).toEqual([]);
});

test('图片看字节和大小', async () => {
  expect(await code(good, new Uint8Array([0x42, 0x4d, 1, 2]))).toBe(20005);
  expect(await code(good, jpeg(5 * 1024 * 1024))).toBe(20006);
  expect(await code({ ...good, pic: 'x' })).toBe(20007);
});

test('错误号有时是数字有时是文字，HTTP 状态也不一', async () => {
  const repeated = [await share({ ...good, rip: '' }), await share({ ...good, status: '示例' })];
  expect(repeated.map((r) => typeof r.body.error_code)).toEqual(['string', 'number']);
  expect(repeated[0]?.body).toMatchObject({ request: '/2/statuses/share.json', error: expect.any(String) });
});

test('同样的文字不能发两次', async () => {
  await share(good);
  expect(await code(good)).toBe(20019);
  expect(platform.ledger()).toHaveLength(1);
});

test('一小时 30 条，一天 100 次（上海的日子，失败的也算）', async () => {
  for (let i = 0; i < 30; i += 1) expect((await share({ ...good, status: `第${i}条 ${link}` })).status).toBe(200);
  expect(await code({ ...good, status: `多一条 ${link}` })).toBe(20016);
  clock.advance(3_600_000);
  expect((await share({ ...good, status: `多一条 ${link}` })).status).toBe(200);
  for (let i = 32; i < 100; i += 1) await share({ ...good, status: '没有链接' });
  expect(await code({ ...good, status: `再一条 ${link}` })).toBe(10023);
  clock.advance(14 * 3_600_000);
  expect((await share({ ...good, status: `次日 ${link}` })).status).toBe(200);
});

test('授权到期、账号受限、只能用 share', async () => {
  platform.change({ expiresAt: '2027-03-15T10:00:00+08:00' });
  expect((await share(good)).status).toBe(200);
  clock.advance(3_600_000);
  expect(await code({ ...good, status: `二 ${link}` })).toBe(21327);
  platform.change({ expiresAt: null, restricted: 20031 });
  expect(await code({ ...good, status: `二 ${link}` })).toBe(20031);
  const update = await fetch(`${platform.url}/2/statuses/update.json`, {
    method: 'POST',
    body: new URLSearchParams(good),
  });
  expect(Number(((await update.json()) as { error_code: string }).error_code)).toBe(10014);
});

test('网页上看到微博，文字经过转义', async () => {
  await share({ ...good, status: `<i>示例</i> ${link}` });
  const page = await (await fetch(platform.url)).text();
  expect(page).toContain('&lt;i&gt;示例&lt;/i&gt;');
  expect(page).toContain(`<a href="${link}">`);
});
