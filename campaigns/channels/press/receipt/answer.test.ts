import { decodeHTMLAttribute } from 'entities';
import { beforeEach, expect, test } from 'vitest';
import { testClock, type TestClock } from '../../testing/test-clock.ts';
import { answerReceipt, type ReceiptBook } from './answer.ts';
import { receiptExpiry } from './expiry.ts';
import { receiptKey, receiptLink, type ReceiptClaim } from './link.ts';

const key = receiptKey('a secret of the test');
const day = 24 * 3_600_000;
let clock: TestClock;
let received: { claim: ReceiptClaim; at: Date; handling: string | null }[];
const book: ReceiptBook = {
  describe: async ({ deliveryId, notice }) =>
    deliveryId === 'gone'
      ? null
      : {
          outlet: '广元日报（示例）',
          title: '一笔账<b>（示例）',
          receivedAt: received.find((r) => r.claim.notice === notice)?.at ?? null,
          superseded: notice === '更正-旧' ? '之后又发了新的通知。' : null,
        },
  record: async (claim, handling) =>
    claim.deliveryId === 'busy' ? false : received.push({ claim, at: clock.now(), handling }) > 0,
};
beforeEach(() => {
  clock = testClock();
  received = [];
});

const link = (change: Partial<ReceiptClaim> = {}) =>
  receiptLink(
    { siteUrl: 'https://cx.example.gov.cn', key },
    { deliveryId: 'd1', notice: '撤稿', expires: receiptExpiry(clock.now(), '2027-03-18'), ...change },
  );
const ask = async (url: string, method = 'GET', body?: string) => {
  const response = await answerReceipt(
    new Request(url, { method, ...(body === undefined ? {} : { body }) }),
    key,
    book,
    clock,
  );
  return { status: response.status, headers: response.headers, text: await response.text() };
};

test('打开只看见是什么和一个按钮，不算回执；预取和扫描也不算', async () => {
  for (const method of ['GET', 'HEAD', 'GET']) expect((await ask(link(), method)).status).toBe(200);
  const { text, headers } = await ask(link());
  expect(text.match(/<button>/g)).toHaveLength(1);
  expect(text).toContain('我已收到并处理');
  expect(text).toContain('撤稿通知《一笔账&lt;b&gt;（示例）》');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(received).toEqual([]);
});

test('按下才登记，再按一次不变，之后打开写明已登记', async () => {
  expect((await ask(link(), 'POST')).text).toContain('回执时间：2027-03-15 09:00');
  clock.advance(3_600_000);
  expect((await ask(link(), 'POST')).text).toContain('回执时间：2027-03-15 09:00');
  expect((await ask(link())).text).not.toContain('<button>');
  expect(received).toHaveLength(1);
  expect(received[0]?.claim).toMatchObject({ deliveryId: 'd1', notice: '撤稿' });
});

test('按钮提交回同一个网址', async () => {
  const action = decodeHTMLAttribute(/action="([^"]+)"/.exec((await ask(link())).text)?.[1] ?? '');
  expect((await ask(`https://cx.example.gov.cn${action}`, 'POST')).text).toContain('已登记回执');
});

test('供稿本身的回执是另一个按钮，与通知互不相干', async () => {
  expect((await ask(link({ notice: null }))).text).toContain('我已收到稿件');
  await ask(link({ notice: null }), 'POST');
  expect((await ask(link())).text).toContain('我已收到并处理');
});

test.each([
  ['改了推送', (url: URL) => url.searchParams.set('d', 'd2')],
  ['改成别的通知', (url: URL) => url.searchParams.set('n', '更正-00000000')],
  ['去掉通知', (url: URL) => url.searchParams.delete('n')],
  ['改了期限', (url: URL) => url.searchParams.set('e', '9999999999')],
  ['改了签名', (url: URL) => url.searchParams.set('s', 'A'.repeat(43))],
])('%s：一句话，不登记', async (_, change) => {
  const url = new URL(link());
  change(url);
  const answer = await ask(url.href, 'POST');
  expect(answer).toMatchObject({ status: 403, text: expect.stringContaining('回执链接被改动过') });
  expect(received).toEqual([]);
});

test('残缺的、过期的、没有这份的、别的方法', async () => {
  expect(await ask('https://cx.example.gov.cn/hooks/press/receipt?d=d1')).toMatchObject({
    status: 400,
    text: expect.stringContaining('不完整'),
  });
  expect(await ask(link({ deliveryId: 'gone' }))).toMatchObject({
    status: 404,
    text: expect.stringContaining('没有找到'),
  });
  expect((await ask(link(), 'DELETE')).status).toBe(405);
  const old = link();
  clock.advance(33 * day);
  expect((await ask(old)).status).toBe(200);
  clock.advance(2 * day);
  expect(await ask(old, 'POST')).toMatchObject({ status: 410, text: expect.stringContaining('已过期') });
  expect(received).toEqual([]);
});

test('正忙：还没有登记，按钮还在；已有新的通知：不登记', async () => {
  const busy = await ask(link({ deliveryId: 'busy' }), 'POST');
  expect(busy).toMatchObject({ status: 503, text: expect.stringContaining('<button>') });
  expect(await ask(link({ notice: '更正-旧' }), 'POST')).toMatchObject({
    status: 410,
    text: expect.stringContaining('新的通知'),
  });
  expect(received).toEqual([]);
});

test.each([
  ['handling=printed', 'printed'],
  ['handling=nonsense', 'deleted'],
  ['', 'deleted'],
])('选了“%s”，登记为 %s', async (body, handling) => {
  await ask(link(), 'POST', body);
  expect(received).toMatchObject([{ handling }]);
});

test('换了密钥，旧链接不再算数', async () => {
  const response = await answerReceipt(new Request(link()), receiptKey('another secret of the test'), book, clock);
  expect(response.status).toBe(403);
});
