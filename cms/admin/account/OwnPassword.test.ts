import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { OwnPassword } from './OwnPassword.tsx';
import { OwnSessions } from './OwnSessions.tsx';

let page: Browser;
afterEach(() => page.close());
const fill = async (current: string, next: string, again: string) => {
  await page.type('现在的密码', current);
  await page.type('新密码', next);
  await page.type('再填一遍', again);
  await page.submit();
};
const values = () => [...page.root.querySelectorAll('input')].map(({ value }) => value);
const open = async (answer?: Answering) => {
  page = await openBrowser(createElement(OwnPassword), answer);
};

it('is changed with the present one; the fields are empty afterwards', async () => {
  await open(() => json(200, { message: '已改好。' }));
  await fill('old', 'correct horse battery', 'correct horse battery');
  expect(page.asked).toEqual([
    { method: 'POST', path: '/api/users/account/password', body: { current: 'old', next: 'correct horse battery' } },
  ]);
  expect([values(), page.texts('[role=status]'), page.went]).toEqual([['', '', ''], ['已改好。'], ['refresh']]);
});

it('two that differ are not sent; a refusal keeps what was typed', async () => {
  await open(() => json(422, { message: '密码太常见。' }));
  await fill('old', 'correct horse battery', 'correct horse');
  expect([page.texts('[role=alert]'), page.asked]).toEqual([['两遍填的不一样。'], []]);
  await page.type('再填一遍', 'correct horse battery');
  await page.submit();
  expect([page.texts('[role=alert]'), values()]).toEqual([
    ['密码太常见。'],
    ['old', 'correct horse battery', 'correct horse battery'],
  ]);
});

it('nobody knows whether it was changed: says to try the new one', async () => {
  await open();
  await fill('old', 'correct horse battery', 'correct horse battery');
  expect(page.texts('[role=alert]')).toEqual(['没有收到服务器的回答：请先用新密码试着登录。']);
});

it('one’s own browsers: another is ended here, this one leads to the log-in', async () => {
  const session = { address: '', device: 'Firefox', here: false, id: 's1', seen: '今天 09:00', started: '昨天 09:00' };
  page = await openBrowser(
    createElement(OwnSessions, { sessions: [{ ...session, id: 's0', here: true }, session] }),
    () => json(200, { message: '已退出。' }),
  );
  expect(page.texts('tbody tr')).toEqual([
    'Firefox就是这台本机昨天 09:00今天 09:00退出这台',
    'Firefox本机昨天 09:00今天 09:00让它退出',
  ]);
  await page.press('让它退出');
  await page.press('退出别处');
  await page.press('退出这台');
  expect(page.asked.map(({ body }) => body)).toEqual([{ id: 's1' }, { which: 'others' }, { id: 's0' }]);
  expect(page.went).toEqual(['refresh', 'refresh', 'assign /admin/login']);
});
