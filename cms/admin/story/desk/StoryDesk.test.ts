import { createElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../../testing/browser.ts';
import { aForm, knowing } from '../../testing/desk-shell.ts';
import { StoryDesk } from './StoryDesk.tsx';

let page: Browser;
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(async () => {
  vi.useRealTimers();
  await page.close();
});
const count = (used: number) => ({ used, limit: 32, unit: '字' });
const preview = (title: string) => ({
  press: { characters: 500, columns: 2, lines: 42, findings: [], html: '<p></p>' },
  site: { counts: { summary: count(10) }, html: '<p></p>' },
  wechat: {
    account: '示例号',
    counts: { title: count(title.length), content: count(9) },
    digest: '',
    findings: [],
    html: '',
  },
  weibo: { account: '示例号', count: count(30), findings: [], pictureUrl: null, shortened: false, text: title },
});
const finding = (field: string) => ({
  at: '标题',
  text: '老赖',
  mend: '请改成“失信被执行人”。',
  level: 'block',
  rule: 'wording/x',
  mark: 'm1',
  final: true,
  judged: null,
  place: { field },
});
const looks =
  (findings: object[] = []): Answering =>
  ({ body, path }) =>
    path.endsWith('/preview')
      ? json(200, preview((body as { title?: string }).title ?? ''))
      : json(200, path.endsWith('/check') ? { findings } : {});
const open = async (answer: Answering = looks()) => {
  const row = { title: '原题', summary: '原摘要', stage: 'draft' };
  page = await openBrowser(
    aForm(
      { collection: 'stories', id: 's1', row, boxes: ['title', 'summary', 'stage'] },
      createElement(StoryDesk, { storyId: 's1' }),
    ),
    knowing({}, answer),
  );
};
const aMoment = (ms = 700) => page.meanwhile(() => vi.advanceTimersByTime(ms));
const checked = () => page.asked.filter(({ path }) => path.endsWith('/check')).map(({ body }) => body);

describe('检查', () => {
  it('is of what is typed, a moment after the last key, once; never of fields that are no content', async () => {
    await open();
    expect([page.texts('.cx-quiet'), checked()]).toEqual([['正在检查…', '正在数…'], []]);
    await aMoment();
    expect(checked()).toEqual([{ title: '原题', summary: '原摘要', id: 's1' }]);
    await page.type('title', '新');
    await aMoment(600);
    await page.type('title', '新题');
    await aMoment(600);
    expect(checked()).toHaveLength(1);
    await aMoment(100);
    expect(checked().at(-1)).toEqual({ title: '新题', summary: '原摘要', id: 's1' });
    expect(checked()).toHaveLength(2);
    expect(page.texts('.cx-desk__limits tr')[0]).toBe('标题网站、微信2/32字');
  });

  it('works for a story that was never saved, which has no number yet', async () => {
    page = await openBrowser(
      aForm(
        { collection: 'stories', row: { title: '题' }, boxes: ['title'] },
        createElement(StoryDesk, { storyId: null }),
      ),
      knowing({}, looks()),
    );
    await aMoment();
    expect(checked()).toEqual([{ title: '题' }]);
  });

  it('a place that the form does not show now is said', async () => {
    await open(looks([finding('lesson__grade')]));
    await aMoment();
    await page.press('跳到那里：标题');
    expect(page.texts('[role=status]')).toEqual(['表单里现在没有那一格：请按上面写的地方找。']);
  });

  it('without a network it says so, and is right again with the next key', async () => {
    let server: Answering = () => Promise.reject(new TypeError('fetch failed'));
    await open((asked) => server(asked));
    await aMoment();
    expect([page.texts('[role=alert]'), page.texts('.cx-quiet')]).toEqual([
      ['没有连上服务器，下面是上一次的结果：网络恢复后会自动更新。'],
      [],
    ]);
    server = looks();
    await page.type('title', '新题');
    await aMoment();
    expect([page.texts('[role=alert]'), page.texts('.cx-quiet')]).toEqual([[], ['没有发现问题。']]);
  });
});

describe('预览', () => {
  const name = '预览：微信、微博、报纸、网站';

  it('opens beside the text, follows what is typed, and closes with the button that opened it', async () => {
    await open();
    await aMoment();
    await page.press(name);
    await page.press('微博');
    expect([page.texts('.cx-weibo__text'), page.texts('[aria-expanded=true]')]).toEqual([['原题'], ['关闭预览']]);
    await page.type('title', '新题');
    await aMoment();
    expect(page.texts('.cx-weibo__text')).toEqual(['新题']);
    await page.press('关闭预览');
    expect([page.texts('aside'), page.texts('[aria-expanded=true]')]).toEqual([[], []]);
  });
});
