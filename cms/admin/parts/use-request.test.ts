import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { formKeyHeader } from '../../http/in-turn.ts';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { Said } from './Said.tsx';
import { useRequest } from './use-request.ts';

let page: Browser;
afterEach(() => page.close());

function Panel() {
  const { busy, said, send } = useRequest('没有收到回答：请刷新再看。');
  return createElement(
    'div',
    null,
    createElement('button', { disabled: busy, onClick: () => void send('/api/x', { a: 1 }) }, '记下'),
    createElement(Said, { said }),
  );
}
const open = async (answer?: Answering) => {
  page = await openBrowser(createElement(Panel), answer);
};

it('says what the server said: heard at once when refused, in its turn when done', async () => {
  let status = 422;
  await open(() => json(status, { message: status === 200 ? '已记下。' : '请写明原因。' }));
  await page.press('记下');
  expect(page.asked).toEqual([{ method: 'POST', path: '/api/x', body: { a: 1 } }]);
  expect([page.texts('[role=alert]'), page.texts('[role=status]')]).toEqual([['请写明原因。'], []]);
  status = 200;
  await page.press('记下');
  expect([page.texts('[role=alert]'), page.texts('[role=status]')]).toEqual([[], ['已记下。']]);
});

it('no network, and an answer that is none, say that nobody knows', async () => {
  await open();
  await page.press('记下');
  expect(page.texts('[role=alert]')).toEqual(['没有收到回答：请刷新再看。']);
  await page.close();
  await open(() => new Response('<html>Bad Gateway</html>', { status: 502 }));
  await page.press('记下');
  expect(page.texts('[role=alert]')).toEqual(['没有收到回答：请刷新再看。']);
});

it('an answer without a sentence is not shown as an empty line', async () => {
  await open(() => json(500, { errors: [{ message: '服务器出错了：请稍后再试。' }] }));
  await page.press('记下');
  expect(page.texts('[role=alert]')).toEqual(['服务器出错了：请稍后再试。']);
  await page.close();
  await open(() => json(502, {}));
  await page.press('记下');
  expect(page.texts('[role=alert]')).toEqual(['没有收到回答：请刷新再看。']);
});

it('the button rests while the answer is awaited', async () => {
  let answer: (response: Response) => void = () => undefined;
  await open(
    () =>
      new Promise<Response>((done) => {
        answer = done;
      }),
  );
  await page.press('记下');
  expect(page.isDisabled('记下')).toBe(true);
  answer(json(200, { message: '已记下。' }));
  await page.show(createElement(Panel));
  expect(page.isDisabled('记下')).toBe(false);
});

it('a try whose answer was lost is the same act; after it was done the next is another', async () => {
  const keys: (string | null)[] = [];
  let lost = true;
  page = await openBrowser(createElement(Panel), () =>
    lost ? Promise.reject(new TypeError('fetch failed')) : json(200, { message: '已记下。' }),
  );
  const inner = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    keys.push(new Headers(init?.headers).get(formKeyHeader));
    return inner(input, init);
  };
  await page.press('记下');
  lost = false;
  await page.press('记下');
  await page.press('记下');
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect([keys[1] === keys[0], keys[2] === keys[0]]).toEqual([true, false]);
});
