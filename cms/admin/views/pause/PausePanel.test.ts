import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../../testing/browser.ts';
import { PausePanel } from './PausePanel.tsx';

let page: Browser;
afterEach(() => page.close());
const running = [
  { id: 'wechat', name: '微信公众号' },
  { id: 'weibo', name: '微博' },
];
const paused = [{ channel: 'press', name: '广元日报', since: '示例终审 11月21日 10:02', reason: '版面满了' }];
const open = async (answer?: Answering, { allowed = true, some = running } = {}) => {
  page = await openBrowser(createElement(PausePanel, { allowed, paused, running: some }), answer);
};

describe('pausing', () => {
  it('asks which and why, then shows the page anew', async () => {
    await open(() => json(200, { message: '已暂停微博。' }));
    await page.press('暂停一个渠道');
    await page.type('渠道', 'weibo');
    await page.type('原因', '账号在换');
    await page.submit();
    expect(page.asked).toEqual([
      { method: 'POST', path: '/api/channel-pauses/pause', body: { channel: 'weibo', reason: '账号在换' } },
    ]);
    expect([page.texts('dialog'), page.went, page.texts('[role=status]')]).toEqual([[], ['refresh'], ['已暂停微博。']]);
  });

  it('a refusal is said in the dialog, what was typed stays', async () => {
    await open(() => json(409, { message: '已经暂停了。' }));
    await page.press('暂停一个渠道');
    await page.type('原因', '账号在换');
    await page.submit();
    expect(page.texts('dialog [role=alert]')).toEqual(['已经暂停了。']);
    expect((page.find('dialog input') as HTMLInputElement).value).toBe('账号在换');
  });

  it('the next question begins without the refusal of the last', async () => {
    await open(() => json(409, { message: '没有在暂停。' }));
    await page.press('恢复广元日报');
    expect(page.texts('[role=alert]')).toEqual(['没有在暂停。']);
    await page.press('暂停一个渠道');
    expect(page.texts('[role=alert]')).toEqual([]);
    await page.type('原因', '账号在换');
    await page.submit();
    await page.press('取消');
    expect(page.texts('[role=alert]')).toEqual([]);
  });
});

it('who only looks sees what is paused and why, and no button', async () => {
  await open(undefined, { allowed: false });
  expect(page.texts('li')).toEqual(['广元日报已暂停 示例终审 11月21日 10:02：版面满了']);
  expect(page.texts('button')).toEqual([]);
});

it('nothing runs: nothing can be paused', async () => {
  await open(undefined, { some: [] });
  expect(page.texts('button')).toEqual(['恢复']);
});
