import { createElement } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { LookNow } from './LookNow.tsx';

let page: Browser;
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(async () => {
  vi.useRealTimers();
  await page.close();
});
const button = '现在就核对：微信公众号《秤上的星》';
const open = async (answer?: Answering) => {
  page = await openBrowser(createElement(LookNow, { deliveryId: 'd1', what: '微信公众号《秤上的星》' }), answer);
};
const seconds = (n: number) => page.meanwhile(() => vi.advanceTimersByTime(n * 1000));

it('says of which copy it looks; what was found is shown once the worker has had its turn, not before', async () => {
  await open(() => json(200, { message: '马上核对。' }));
  await page.press(button);
  expect(page.asked).toEqual([{ method: 'POST', path: '/api/deliveries/d1/look', body: {} }]);
  expect([page.texts('[role=status]'), page.went]).toEqual([['马上核对。'], []]);
  await seconds(5);
  expect(page.went).toEqual(['refresh']);
});

it.each<[string, Answering, string]>([
  ['not mine to ask', () => json(403, { message: '请终审人来核对。' }), '请终审人来核对。'],
  ['settled meanwhile', () => json(409, { message: '这一份已经有结果了。' }), '这一份已经有结果了。'],
  [
    'no answer',
    () => Promise.reject(new TypeError('fetch failed')),
    '没有收到服务器的回答：请刷新台账，看看核对了没有。',
  ],
])('%s: said, and the page stays as it is', async (_, answer, said) => {
  await open(answer);
  await page.press(button);
  await seconds(10);
  expect([page.texts('[role=alert]'), page.went, page.isDisabled(button)]).toEqual([[said], [], false]);
});

it('while it is asked it cannot be asked again: a platform counts every look', async () => {
  let answer: (response: Response) => void = () => undefined;
  await open(
    () =>
      new Promise((done) => {
        answer = done;
      }),
  );
  await page.press(button);
  expect(page.isDisabled(button)).toBe(true);
  await page.meanwhile(() => answer(json(200, { message: '马上核对。' })));
  expect([page.isDisabled(button), page.asked.length]).toEqual([false, 1]);
});
