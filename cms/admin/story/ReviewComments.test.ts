import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { CommentSheet, ShownComment } from '../../review/comments/comments.ts';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { ReviewComments } from './ReviewComments.tsx';

let page: Browser;
afterEach(() => page.close());
const comment = (more: Partial<ShownComment> = {}): ShownComment => ({
  id: 'c1',
  text: '数字不对',
  must: false,
  byName: '示例初审',
  at: '2026-12-31T16:05:00.000Z',
  paragraph: 1,
  quote: '第一段。',
  orphaned: false,
  resolved: null,
  refusal: null,
  ...more,
});
const sheet = (...comments: ShownComment[]): CommentSheet => ({ comments, paragraphs: ['第一段。', '第二段。'] });
let told = 0;
const node = (unsaved = false) =>
  createElement(ReviewComments, { storyId: 's1', unsaved, onChanged: () => void (told += 1) });
const open = async (answer: Answering, unsaved = false) => {
  told = 0;
  page = await openBrowser(node(unsaved), answer);
};
const write = async (words: string) => {
  const box = page.find('textarea');
  box.setAttribute('aria-label', '批注的话');
  await page.type('批注的话', words);
};
const typed = () => (page.find('textarea') as HTMLTextAreaElement).value;

describe('what is told of a comment', () => {
  it.each<[string, Partial<ShownComment>, string]>([
    ['its paragraph as it stands now', { paragraph: 2 }, '第2段'],
    ['about the whole story', { paragraph: null, quote: null }, '全文'],
    ['its paragraph is gone', { paragraph: null, orphaned: true }, '所在的段落已经删去或重写'],
    ['the day is China’s, past a new year too', {}, '1月1日 00:05'],
  ])('%s', async (_, more, words) => {
    await open(() => json(200, sheet(comment(more))));
    expect(page.texts('small')[0]).toContain(words);
  });

  it('what must be changed is marked; what is settled is folded away with who settled it', async () => {
    const resolved = { byName: '示例作者', at: '2027-01-01T02:00:00.000Z' };
    await open(() => json(200, sheet(comment({ must: true }), comment({ id: 'c2', text: '错字', resolved }))));
    expect(page.texts('summary')).toEqual(['批注（1条未办结）', '已办结（1条）']);
    expect(page.texts('.cx-review__must')).toEqual(['必须改']);
    expect(page.texts('details details small')[0]).toMatch(/示例作者办结$/);
  });

  it('the box stands open while something is not settled, and is folded when nothing is', async () => {
    await open(() => json(200, sheet(comment())));
    expect(page.find('details').hasAttribute('open')).toBe(true);
    await page.close();
    await open(() => json(200, sheet()));
    expect(page.find('details').hasAttribute('open')).toBe(false);
  });
});

describe('writing one', () => {
  it('what the review hangs on is told of it, once', async () => {
    await open(({ method }) => (method === 'POST' ? json(201, { message: '已记下。' }) : json(200, sheet())));
    await write('必须核对');
    await page.fire(page.find('input[type=checkbox]'), new MouseEvent('click', { bubbles: true }));
    await page.press('加批注');
    expect(page.asked[1]).toMatchObject({
      path: '/api/stories/s1/comments',
      body: { text: '必须核对', paragraph: null, must: true },
    });
    expect([told, typed(), (page.find('input[type=checkbox]') as HTMLInputElement).checked]).toEqual([1, '', false]);
  });

  it('a colleague’s change, a refusal: said, and nothing typed is lost', async () => {
    await open(({ method }) => (method === 'POST' ? json(409, { message: '稿件已经签发。' }) : json(200, sheet())));
    await write('数字要核对');
    await page.press('加批注');
    expect([page.texts('[role=alert]'), typed(), told]).toEqual([['稿件已经签发。'], '数字要核对', 0]);
  });

  it('kept, but the list breaks off half-way: the box is empty all the same, so that nobody says it twice', async () => {
    let isKept = false;
    await open(({ method }) => {
      if (method !== 'POST') return isKept ? new Response('{"comments":[', { status: 200 }) : json(200, sheet());
      isKept = true;
      return json(201, { message: '已记下。' });
    });
    await write('数字要核对');
    await page.press('加批注');
    expect([page.texts('[role=status]'), typed(), told]).toEqual([['已记下。'], '', 1]);
  });
});

describe('settling one', () => {
  it('each button says which one it settles; only what I may settle has one', async () => {
    await open(({ method }) =>
      method === 'POST'
        ? json(200, { message: '已办结。' })
        : json(200, sheet(comment(), comment({ id: 'c2', text: '另一条', refusal: '不是您提的。' }))),
    );
    await page.press('办结：数字不对');
    expect(page.asked[1]?.path).toBe('/api/stories/s1/comments/c1/resolve');
    expect([page.texts('button').filter((words) => words === '办结').length, told]).toEqual([1, 1]);
  });
});

describe('reading them', () => {
  it('not while something is unsaved: paragraphs would have other numbers; then at once', async () => {
    await open(() => json(200, sheet(comment())), true);
    expect([page.asked, page.texts('summary')]).toEqual([[], ['批注（0条未办结）']]);
    await page.show(node(false));
    expect(page.texts('summary')).toEqual(['批注（1条未办结）']);
  });

  it('a slow answer from before the save does not replace the one from after it', async () => {
    const answers: ((response: Response) => void)[] = [];
    await open(
      () =>
        new Promise((done) => {
          answers.push(done);
        }),
    );
    await page.show(node(true));
    await page.show(node(false));
    await page.meanwhile(() => answers[1]?.(json(200, sheet())));
    await page.meanwhile(() => answers[0]?.(json(200, sheet(comment()))));
    expect(page.texts('summary')).toEqual(['批注（0条未办结）']);
  });

  it.each<[string, Answering]>([
    ['no network', () => Promise.reject(new TypeError('fetch failed'))],
    ['half an answer', () => new Response('{"comm', { status: 200 })],
    ['not allowed', () => json(403, { errors: [{ message: '请先登录。' }] })],
  ])('%s: no form to write into nowhere', async (_, answer) => {
    await open(answer);
    expect(page.texts('textarea, button')).toEqual([]);
  });
});
