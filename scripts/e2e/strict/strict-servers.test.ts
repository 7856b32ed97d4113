import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { MultipartError, boundaryOf, parseMultipart } from './multipart.ts';
import { pictureAssets } from './picture-assets.ts';
import { openStrictWechat } from './strict-wechat.ts';
import { openStrictWeibo } from './strict-weibo.ts';

// The judge is judged: each wrong request must be refused for the right reason, each right one taken.
const { bytes } = await (await pictureAssets()).read('x', 'wechat-cover');
const wechat = await openStrictWechat({ publishMs: () => 0 });
const weibo = await openStrictWeibo({ domain: 'www.example.gov.cn' });
afterAll(async () => {
  await wechat.close();
  await weibo.close();
});

const answer = z.looseObject({
  errcode: z.number().optional(),
  access_token: z.string().optional(),
  media_id: z.string().optional(),
  url: z.string().optional(),
});
const type = { 'content-type': 'application/json' };
const raw = async (path: string, init: RequestInit) =>
  answer.parse(await (await fetch(`${wechat.origin}/cgi-bin/${path}`, init)).json());
const credentials = { grant_type: 'client_credential', appid: 'wx-strict', secret: 'strict-secret' };
const { access_token: token = '' } = await raw('stable_token', {
  method: 'POST',
  headers: type,
  body: JSON.stringify(credentials),
});
const post = (path: string, body: unknown) =>
  raw(`${path}?access_token=${token}`, {
    method: 'POST',
    headers: type,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

function file(data: Uint8Array, name = 'a.jpg', mime = 'image/jpeg', field = 'media'): FormData {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(data)], { type: mime }), name);
  return form;
}
const upload = (path: string, body: FormData) => raw(`${path}access_token=${token}`, { method: 'POST', body });
const { media_id: cover = '' } = await upload('material/add_material?type=image&', file(bytes));
const article = { title: '示例', content: '<p>示例</p>', thumb_media_id: cover };
const padded = (size: number) => Buffer.concat([bytes, Buffer.alloc(size)]);

test.each([
  ['uploadimg 收 JPG', 'media/uploadimg?', file(bytes), undefined],
  ['uploadimg 不收内容不是图片的', 'media/uploadimg?', file(Buffer.from('hello')), 40005],
  ['uploadimg 不收名不符实的', 'media/uploadimg?', file(bytes, 'a.png', 'image/png'), 40005],
  ['uploadimg 不收 1 MB 的', 'media/uploadimg?', file(padded(1024 * 1024)), 40009],
  ['字段名不是 media', 'media/uploadimg?', file(bytes, 'a.jpg', 'image/jpeg', 'file'), 41005],
  ['thumb 不收大于 64 KB 的', 'material/add_material?type=thumb&', file(padded(65 * 1024)), 40009],
  ['没有 type', 'material/add_material?', file(bytes), 40004],
] as const)('微信上传：%s', async (_what, path, body, code) => {
  expect((await upload(path, body)).errcode).toBe(code);
});

test.each([
  ['合格的草稿', { articles: [article] }, undefined],
  ['没有文章', { articles: [] }, 44003],
  ['不是数组', { articles: article }, 47001],
  ['不认识的字段', { articles: [{ ...article, colour: 'red' }] }, 47001],
  ['\\u 转义', `{"articles":[{"title":"\\u793a","content":"<p>x</p>","thumb_media_id":"${cover}"}]}`, 47001],
  ['标题 33 字', { articles: [{ ...article, title: '𠮷'.repeat(33) }] }, 45003],
  ['标题 32 字', { articles: [{ ...article, title: '𠮷'.repeat(32) }] }, undefined],
  ['摘要 129 字', { articles: [{ ...article, digest: '字'.repeat(129) }] }, 45004],
  ['作者 17 字', { articles: [{ ...article, author: '字'.repeat(17) }] }, 45110],
  ['正文有链接', { articles: [{ ...article, content: '<p><a href="https://x">y</a></p>' }] }, 45166],
  ['正文有 abbr 不算链接', { articles: [{ ...article, content: '<p><abbr>y</abbr></p>' }] }, undefined],
  ['正文两万字', { articles: [{ ...article, content: '字'.repeat(20_000) }] }, 45002],
  ['别人的封面', { articles: [{ ...article, thumb_media_id: 'other' }] }, 40007],
  [
    '阅读原文太长',
    { articles: [{ ...article, content_source_url: `https://example.com/${'x'.repeat(1024)}` }] },
    45005,
  ],
] as const)('微信草稿：%s', async (_what, body, code) => {
  expect((await post('draft/add', body)).errcode).toBe(code);
});

test.each([
  ['没有凭据', 'draft/batchget', { method: 'POST', headers: type, body: '{}' }, 41001],
  ['假凭据', 'draft/batchget?access_token=x', { method: 'POST', headers: type, body: '{}' }, 40001],
  ['GET', `draft/batchget?access_token=${token}`, {}, 43002],
  ['不是 JSON 类型', `draft/batchget?access_token=${token}`, { method: 'POST', body: '{}' }, 47001],
  [
    '不是 UTF-8',
    `draft/batchget?access_token=${token}`,
    { method: 'POST', headers: type, body: Buffer.from([0x7b, 0xff, 0x7d]) },
    47001,
  ],
  [
    '一页 21 条',
    `draft/batchget?access_token=${token}`,
    { method: 'POST', headers: type, body: '{"offset":0,"count":21}' },
    40097,
  ],
  [
    '没有的草稿',
    `freepublish/submit?access_token=${token}`,
    { method: 'POST', headers: type, body: '{"media_id":"x"}' },
    40007,
  ],
  [
    '没有的发布编号',
    `freepublish/get?access_token=${token}`,
    { method: 'POST', headers: type, body: '{"publish_id":"1"}' },
    53502,
  ],
] as const)('微信请求：%s', async (_what, path, init, code) => {
  expect((await raw(path, init)).errcode).toBe(code);
});

test('微信：外来图片悄悄过滤，自己的留下；发布后草稿消失，再提交不认', async () => {
  const { url } = await upload('media/uploadimg?', file(bytes));
  const content = `<p><img src="${url}"><img src="https://elsewhere.example.com/a.jpg"></p>`;
  const { media_id: draft } = await post('draft/add', { articles: [{ ...article, content }] });
  expect(await post('draft/get', { media_id: draft })).toMatchObject({
    news_item: [{ content: `<p><img src="${url}"></p>` }],
  });
  expect((await post('freepublish/submit', { media_id: draft })).errcode).toBe(0);
  expect((await post('freepublish/submit', { media_id: draft })).errcode).toBe(40007);
  expect(wechat.ledger()).toHaveLength(1);
});

const fields = { access_token: '2.00strict', status: '示例 https://www.example.gov.cn/s/1', rip: '203.0.113.7' };
async function share(change: Partial<typeof fields>, drop?: keyof typeof fields) {
  const form = new URLSearchParams({ ...fields, ...change });
  if (drop) form.delete(drop);
  const reply = await fetch(`${weibo.origin}/2/statuses/share.json`, { method: 'POST', body: form });
  const body = z.looseObject({ error_code: z.coerce.number().optional() }).parse(await reply.json());
  return [reply.ok, body.error_code];
}

test.each([
  ['没有 rip', {}, 'rip', 10016],
  ['rip 不是公网地址', { rip: '127.0.0.1' }, undefined, 10008],
  ['没有链接', { status: '示例' }, undefined, 10017],
  ['别处的链接', { status: '示例 https://www.example.gov.cn.evil.example.com/' }, undefined, 10017],
  ['话题', { status: '#示例# https://www.example.gov.cn/' }, undefined, 20021],
  ['太长', { status: `${'字'.repeat(130)} https://www.example.gov.cn/` }, undefined, 20012],
  ['授权无效', { access_token: 'x' }, undefined, 21332],
] as const)('微博：%s', async (_what, change, drop, code) => {
  expect(await share(change, drop)).toEqual([false, code]);
});

test('微博：同文不收第二次，一小时 30 条', async () => {
  expect(await share({})).toEqual([true, undefined]);
  expect(await share({})).toEqual([false, 20019]);
  for (let i = 2; i <= 30; i += 1) expect(await share({ status: `${fields.status}?${i}` })).toEqual([true, undefined]);
  expect(await share({ status: `${fields.status}?31` })).toEqual([false, 10024]);
});

const good =
  '--b\r\nContent-Disposition: form-data; name="media"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\nX\r\n--b--\r\n';
test.each([
  ['只有 LF', good.replaceAll('\r\n', '\n')],
  ['没有结尾', good.replace('--b--\r\n', '')],
  ['结尾之后还有', `${good}more`],
  ['开头之前还有', `more\r\n${good}`],
  ['filename*', good.replace('filename=', 'filename*=')],
  ['没有名字', good.replace('name="media"; ', '')],
])('multipart：%s', (_what, body) => {
  expect(parseMultipart(Buffer.from(good), 'b')).toMatchObject([
    { name: 'media', fileName: 'a.jpg', type: 'image/jpeg' },
  ]);
  expect(() => parseMultipart(Buffer.from(body), 'b')).toThrow(MultipartError);
});

test('multipart 的类型要有合法的 boundary', () => {
  expect(boundaryOf('multipart/form-data; boundary=----x')).toBe('----x');
  expect(() => boundaryOf('multipart/form-data')).toThrow(MultipartError);
});
