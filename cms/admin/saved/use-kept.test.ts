import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { openSaved, row, server, takes, type SavedPage } from '../testing/saved-page.ts';
import { keepHere, readHere } from './shelf.ts';

let open: SavedPage;
let page: Browser;
let count = 0;
let id = '';
beforeEach(() => {
  count += 1;
  id = `kept-${count}`;
});
afterEach(async () => {
  await page.close();
  localStorage.clear();
});
const visit = async (...args: Parameters<typeof openSaved> extends [string, ...infer Rest] ? Rest : never) => {
  open = await openSaved(id, ...args);
  page = open.page;
};
/** Of any day on which this is run it has not been kept too long. */
const later = '2099-01-01T00:00:00.000Z';

const kept = (content: object, more: object = {}) =>
  keepHere(localStorage, 'u1', `columns/${id}`, {
    content: { ...content },
    keptAt: later,
    version: row.updatedAt,
    ...more,
  });

describe('what was typed on an earlier visit', () => {
  it('is offered, filled in when wanted, and saved only when somebody says so', async () => {
    kept({ title: '没存的题', summary: '原摘要' });
    await visit(server(takes));
    expect(page.texts('.cx-saved__found b')).toEqual(['找到没有保存的改动']);
    await page.press('恢复到表单');
    expect([open.title(), open.standing(), open.saves()]).toEqual(['没存的题', 'changed', []]);
    await open.save();
    expect([open.standing(), open.saves()]).toEqual(['saved', ['没存的题']]);
  });

  it('is saved on the version on which it was typed: somebody else’s save since is not written over', async () => {
    kept({ title: '没存的题', summary: '原摘要' }, { version: '2026-06-13T01:00:00.000Z' });
    await visit(server(takes));
    await page.press('恢复到表单');
    await open.save();
    expect(open.named).toEqual(['2026-06-13T01:00:00.000Z']);
  });

  it('is gone for good when not wanted', async () => {
    kept({ title: '没存的题', summary: '原摘要' });
    await visit(server(takes));
    await page.press('不要了');
    expect([open.title(), page.texts('.cx-saved__found')]).toEqual(['原题', []]);
    await page.close();
    await visit(server(takes));
    expect(page.texts('.cx-saved__found')).toEqual([]);
  });

  it.each<[string, object]>([
    ['the very words that are saved', { title: '原题', summary: '原摘要' }],
    ['nothing at all', {}],
  ])('%s: nobody is asked', async (_, content) => {
    kept(content);
    await visit(server(takes));
    expect(page.texts('.cx-saved__found')).toEqual([]);
  });

  it('is not offered to another person at the same machine', async () => {
    keepHere(localStorage, 'u2', `columns/${id}`, { content: { title: '别人的' }, keptAt: later });
    await visit(server(takes));
    expect(page.texts('.cx-saved__found')).toEqual([]);
  });
});

describe('what is typed now', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const aMoment = () => page.meanwhile(() => vi.advanceTimersByTime(300));
  const here = () => readHere(localStorage, 'u1', `columns/${id}`, new Date('2026-06-14T02:00:00.000Z'))?.content.title;

  it('is kept on this computer a moment after the last key, which is said; and no longer once it is saved', async () => {
    await visit(server(takes));
    await page.type('title', '新');
    await page.type('title', '新题');
    expect(here()).toBeUndefined();
    await aMoment();
    expect(here()).toBe('新题');
    expect(page.texts('.cx-saved__line')[0]).toContain('已暂存在这台电脑');
    await open.save();
    await aMoment();
    expect([open.standing(), here()]).toEqual(['saved', undefined]);
  });

  it('stays kept while no save becomes one', async () => {
    await visit(server(() => Promise.reject(new TypeError('fetch failed'))));
    await page.type('title', '新题');
    await aMoment();
    await open.save();
    await aMoment();
    expect([open.standing(), here()]).toEqual(['offline', '新题']);
  });

  it('a browser without room for it says so, in time to do something about it', async () => {
    await visit(server(takes));
    const setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      removeItem: () => undefined,
      setItem,
      clear: () => undefined,
    });
    await page.type('title', '新题');
    await aMoment();
    expect(page.texts('.cx-saved__line')[0]).toContain('这个浏览器不能暂存：请常按保存，离开以前把写好的复制出来。');
  });

  it('does not push away what was found and not decided about: both are offered, one after the other', async () => {
    kept({ title: '早先的题', summary: '原摘要' });
    await visit(server(takes));
    await page.type('title', '后来的题');
    await aMoment();
    await page.close();
    await visit(server(takes));
    await page.press('恢复到表单');
    expect(open.title()).toBe('后来的题');
    expect(page.texts('.cx-saved__found b')).toEqual(['找到没有保存的改动']);
    await page.press('恢复到表单');
    expect(open.title()).toBe('早先的题');
  });
});
