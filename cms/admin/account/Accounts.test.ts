import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { hostile } from '../testing/sentences.ts';
import { Accounts } from './Accounts.tsx';
import type { AccountLine } from './load-account.ts';

let page: Browser;
afterEach(() => page.close());
const account = (more: Partial<AccountLine> = {}): AccountLine => ({
  id: 'a',
  name: '示例甲',
  email: 'a@example.org',
  roles: '采编',
  factor: false,
  sessions: 0,
  slowed: false,
  remarks: [],
  ...more,
});
const open = async (accounts: AccountLine[], answer?: Answering) => {
  page = await openBrowser(createElement(Accounts, { accounts, me: 'me' }), answer);
};
const buttons = () => page.texts('td button');

describe('what is offered', () => {
  it('only what there is to do, and nothing on one’s own account', async () => {
    await open([
      account(),
      account({ id: 'b', name: '乙', factor: true, sessions: 2, slowed: true }),
      account({ id: 'me', name: '我', factor: true }),
    ]);
    expect(buttons()).toEqual(['重设密码', '重设密码', '不用再等', '强制退出', '关闭两步验证']);
    expect(page.texts('tbody td:nth-of-type(3)')).toEqual(['没有', '2处', '没有']);
  });

  it('names and remarks are words', async () => {
    await open([account({ name: hostile, remarks: [hostile] })]);
    expect(page.texts('script, img')).toEqual([]);
    expect(page.texts('td small')).toEqual([hostile]);
  });
});

describe('what opens an account', () => {
  it('asks for one’s own password, then shows the one-time password', async () => {
    await open([account()], () => json(200, { message: '已重设。', password: '一二三四' }));
    await page.press('重设密码：示例甲');
    expect(page.texts('dialog h2')).toEqual(['重设密码：示例甲']);
    expect(page.isDisabled('重设密码')).toBe(true);
    await page.type('您自己现在的密码', 'my own');
    await page.press('重设密码');
    expect(page.asked).toEqual([{ method: 'POST', path: '/api/users/a/account/reset', body: { current: 'my own' } }]);
    expect([page.texts('dialog'), page.texts('#cx-given'), page.went]).toEqual([[], ['一二三四'], ['refresh']]);
  });

  it('a wrong password keeps the question open and says so', async () => {
    await open([account()], () => json(403, { message: '密码不对，没有改。' }));
    await page.press('重设密码：示例甲');
    await page.type('您自己现在的密码', 'wrong');
    await page.press('重设密码');
    expect(page.texts('dialog [role=alert]')).toEqual(['密码不对，没有改。']);
  });

  it('the next question begins empty: no password of before, no refusal that was somebody else’s', async () => {
    await open([account(), account({ id: 'b', name: '示例乙' })], () => json(403, { message: '密码不对，没有改。' }));
    await page.press('重设密码：示例甲');
    await page.type('您自己现在的密码', 'wrong');
    await page.press('重设密码');
    await page.press('取消');
    await page.press('重设密码：示例乙');
    expect(page.texts('dialog [role=alert]')).toEqual([]);
    expect((page.find('#cx-own-password') as HTMLInputElement).value).toBe('');
    expect(page.isDisabled('重设密码')).toBe(true);
  });
});

it('what only shuts out is done at once, without a password', async () => {
  await open([account({ sessions: 1 })], () => json(200, { message: '已退出。' }));
  await page.press('强制退出：示例甲');
  await page.press('强制退出');
  expect(page.asked).toEqual([{ method: 'POST', path: '/api/users/a/account/end-sessions', body: {} }]);
  expect(page.texts('[role=status]')).toEqual(['已退出。']);
});

it('a one-time password says whose it is, while the next person is asked about too', async () => {
  const answers = [
    json(200, { message: '已重设。', password: '一二三四' }),
    json(403, { message: '密码不对，没有改。' }),
  ];
  await open([account(), account({ id: 'b', name: '示例乙' })], () => answers.shift() as Response);
  for (const name of ['示例甲', '示例乙']) {
    await page.press(`重设密码：${name}`);
    await page.type('您自己现在的密码', 'my own');
    await page.press('重设密码');
  }
  expect(page.texts('.cx-said[role=status]')).toEqual(['示例甲的一次性密码：一二三四']);
});

it('what only shuts out and was refused, or lost, is said on the page, which shows how things stand now', async () => {
  await open([account({ slowed: true })], () => Promise.reject(new TypeError('fetch failed')));
  await page.press('不用再等：示例甲');
  await page.press('不用再等');
  expect([page.texts('dialog'), page.texts('[role=alert]'), page.went]).toEqual([
    [],
    ['没有收到服务器的回答：请刷新这一页再看。'],
    ['refresh'],
  ]);
});
