import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { OfferedAct } from '../offered-acts.ts';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { AlertActs } from './AlertActs.tsx';
import { HandPanel } from './HandPanel.tsx';

let page: Browser;
afterEach(() => page.close());
const open = async (acts: OfferedAct[], answer?: Answering, needsUrl = false) => {
  page = await openBrowser(createElement(HandPanel, { acts, deliveryId: 'd1', needsUrl, what: '微博《甲》' }), answer);
};
const done = () => json(200, { message: '已登记。' });

describe('登记', () => {
  it('offers what the state allows and nothing else', async () => {
    await open(['confirm', 'resume']);
    expect(page.texts('button')).toEqual(['已发出', '重新发送']);
    await page.close();
    await open(['withdraw', 'receipt']);
    expect(page.texts('button')).toEqual(['已从平台撤下', '登记回执']);
  });

  it('of an unknown outcome only with the link that was seen', async () => {
    await open(['confirm'], done, true);
    expect(page.isDisabled('已发出')).toBe(true);
    await page.type('平台上的链接', ' https://weibo.example/1 ');
    await page.press('已发出');
    expect(page.asked).toEqual([
      { method: 'POST', path: '/api/deliveries/d1/hand/confirm', body: { url: 'https://weibo.example/1' } },
    ]);
    expect(page.went).toEqual(['reload']);
  });

  it('a link that may be left out is not sent empty; a remark goes along', async () => {
    await open(['confirm', 'withdraw'], done);
    await page.press('已发出');
    await page.type('说明', '平台已删');
    await page.press('已从平台撤下');
    expect(page.asked.map(({ body }) => body)).toEqual([{}, { note: '平台已删' }]);
  });

  it('a refusal is said here, and the page stays', async () => {
    await open(['resume'], () => json(409, { message: '这一份已经发出了。' }));
    await page.press('重新发送');
    expect([page.texts('[role=alert]'), page.went]).toEqual([['这一份已经发出了。'], []]);
  });

  it('a receipt is chosen, never presumed', async () => {
    await open(['receipt'], done);
    expect(page.isDisabled('登记回执')).toBe(true);
    const [, first] = [...page.root.querySelectorAll('option')];
    await page.type('对方的答复', first?.value ?? '');
    await page.press('登记回执');
    expect(page.asked[0]).toMatchObject({ path: '/api/deliveries/d1/hand/receipt', body: { result: first?.value } });
  });
});

it('an answer to an alert is sent as it was offered; a lost one does not say that nothing was kept', async () => {
  let isLost = true;
  const acts = [{ label: '源稿还在', path: '/api/stories/s1/source', body: { release: 'r1', result: 'stands' } }];
  page = await openBrowser(createElement(AlertActs, { acts }), () =>
    isLost ? Promise.reject(new TypeError('fetch failed')) : done(),
  );
  await page.press('源稿还在');
  expect([page.texts('[role=alert]'), page.went]).toEqual([
    ['没有收到服务器的回答，不知道记下没有：请检查网络后再按一次。'],
    [],
  ]);
  isLost = false;
  await page.press('源稿还在');
  expect([page.asked[1], page.went]).toEqual([
    { method: 'POST', path: '/api/stories/s1/source', body: { release: 'r1', result: 'stands' } },
    ['reload'],
  ]);
});
