import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { openBrowser, type Browser } from '../../testing/browser.ts';
import { PreviewDock } from './PreviewDock.tsx';

let page: Browser;
let closed = 0;
afterEach(async () => {
  closed = 0;
  await page.close();
});
const count = (used: number, limit = 32) => ({ used, limit, unit: '字' });
const preview = {
  press: { characters: 500, columns: 2, lines: 42, findings: [], html: '<p>报纸</p>' },
  site: { counts: { summary: count(10) }, html: '<p>网站</p>' },
  wechat: {
    account: '示例号',
    counts: { title: count(4), content: count(9) },
    digest: '',
    findings: [],
    html: '<p></p>',
  },
  weibo: { account: '示例号', count: count(33), findings: [], pictureUrl: null, shortened: false, text: '题' },
};
const lost = '没有连上服务器，下面是上一次的结果：网络恢复后会自动更新。';

describe('the previews beside the text', () => {
  const dock = (more: object = {}) =>
    createElement(PreviewDock, {
      looked: {
        busy: false,
        preview: preview as never,
        findings: [],
        trouble: null,
        again: () => undefined,
        ...more,
      },
      onClose: () => void (closed += 1),
    });
  const pressed = () => page.texts('.cx-dock__tabs [aria-pressed=true]').concat(page.texts('section h3'));

  it('one at a time, WeChat first, said by the button that is down; or all four side by side', async () => {
    page = await openBrowser(dock());
    expect(pressed()).toEqual(['微信']);
    await page.press('报纸');
    expect([pressed(), page.texts('section p')]).toEqual([
      ['报纸'],
      ['正文500字；按每行12字约42行、2个基本栏，供版面编辑参考。'],
    ]);
    await page.press('四处并排');
    expect(pressed()).toEqual(['微信', '微博', '报纸', '网站']);
    await page.press('只看一处');
    expect(pressed()).toEqual(['报纸']);
  });

  it('Esc and 关闭 close it, other keys do not; it has the focus, so that Esc is heard', async () => {
    page = await openBrowser(dock());
    const aside = page.find('aside');
    expect(document.activeElement).toBe(aside);
    await page.key(aside, 'a');
    expect(closed).toBe(0);
    await page.key(aside, 'Escape');
    await page.press('关闭');
    expect(closed).toBe(2);
  });

  it('while it is made, and when it cannot be, it says so; what was there before stays', async () => {
    page = await openBrowser(dock({ preview: null, busy: true }));
    expect([page.texts('p'), page.texts('[aria-live]')]).toEqual([['正在排版…'], ['更新中…']]);
    await page.show(dock({ preview: null, trouble: lost }));
    expect([page.texts('[role=alert]'), page.texts('section')]).toEqual([[lost], []]);
    await page.show(dock({ trouble: lost }));
    expect([page.texts('[role=alert]').length, page.texts('section').length]).toEqual([1, 1]);
  });
});
