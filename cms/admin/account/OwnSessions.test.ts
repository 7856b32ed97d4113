import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { hostile } from '../testing/sentences.ts';
import type { SessionLine } from './load-account.ts';
import { OwnSessions } from './OwnSessions.tsx';

let page: Browser;
afterEach(() => page.close());
const session = (more: Partial<SessionLine> = {}): SessionLine => ({
  address: '10.0.0.1',
  device: 'Firefox',
  here: false,
  id: 's1',
  seen: '今天 09:00',
  started: '昨天 09:00',
  ...more,
});
const here = session({ id: 's0', here: true });
const open = async (sessions: SessionLine[], answer: Answering = () => json(200, { message: '已退出。' })) => {
  page = await openBrowser(createElement(OwnSessions, { sessions }), answer);
};

it('one browser, this one: there is no “elsewhere” to end', async () => {
  await open([here]);
  expect(page.texts('button')).toEqual(['退出这台', '退出全部']);
});

it('what a browser calls itself is words', async () => {
  await open([here, session({ device: hostile })]);
  expect([page.texts('script, img'), page.texts('tbody th').at(-1)]).toEqual([[], hostile]);
});

it.each<[string, object, string[]]>([
  ['让它退出', { id: 's1' }, ['refresh']],
  ['退出别处', { which: 'others' }, ['refresh']],
  ['退出这台', { id: 's0' }, ['assign /admin/login']],
  ['退出全部', { which: 'all' }, ['assign /admin/login']],
])('%s: asks just that, and goes where it leads', async (button, body, went) => {
  await open([here, session()]);
  await page.press(button);
  expect([page.asked.map((asked) => asked.body), page.went]).toEqual([[body], went]);
});

it.each<[string, Answering, string]>([
  ['refused', () => json(409, { message: '它刚才已经退出了。' }), '它刚才已经退出了。'],
  ['lost', () => Promise.reject(new TypeError('fetch failed')), '没有收到服务器的回答：请刷新这一页，看看退出了没有。'],
])('leaving was %s: one stays here, is told, and sees how things stand', async (_, answer, said) => {
  await open([here, session()], answer);
  await page.press('退出全部');
  expect([page.texts('[role=alert]'), page.went]).toEqual([[said], ['refresh']]);
});
