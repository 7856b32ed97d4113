import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Compared } from '../../review/difference/since.ts';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { hostile } from '../testing/sentences.ts';
import { ReviewDifference } from './ReviewDifference.tsx';

let page: Browser;
afterEach(() => page.close());
const compared = (more: Partial<Compared> = {}): Compared => ({
  against: '和签发的第1版比，改了这些：',
  formatOnly: false,
  paragraphs: [],
  parts: [],
  ...more,
});
const open = async (answer?: Answering) => {
  page = await openBrowser(createElement(ReviewDifference, { storyId: 's1' }), answer);
};
const [review, release] = ['和我上次审时比', '和在线的版本比'];

it('is asked only when somebody wants to know, and of the base that was pressed', async () => {
  await open(() => json(200, compared()));
  expect(page.asked).toEqual([]);
  await page.press(review);
  await page.press(release);
  expect(page.asked.map(({ path }) => path)).toEqual([
    '/api/stories/s1/difference?since=review',
    '/api/stories/s1/difference?since=release',
  ]);
});

describe('what is shown', () => {
  it('every change says in words whether it is more or less, for those who do not see the strokes', async () => {
    await open(() =>
      json(
        200,
        compared({
          parts: [
            {
              part: '标题',
              pieces: [
                { kind: 'same', text: '秤上的' },
                { kind: 'removed', text: '星' },
                { kind: 'added', text: '心' },
              ],
            },
          ],
          paragraphs: [
            { kind: 'removed', number: 3, pieces: [{ kind: 'removed', text: '旧的一段。' }] },
            { kind: 'changed', number: 3, pieces: [{ kind: 'added', text: '新的。' }] },
          ],
        }),
      ),
    );
    await page.press(release);
    expect(page.texts('[aria-live] > p')).toEqual(['和签发的第1版比，改了这些：']);
    expect(page.texts('h4')).toEqual(['标题', '原第3段 删去', '第3段 改动']);
    expect([page.texts('ins'), page.texts('del')]).toEqual([
      ['增心', '增新的。'],
      ['删星', '删旧的一段。'],
    ]);
  });

  it('text of a story is text', async () => {
    await open(() => json(200, compared({ parts: [{ part: '标题', pieces: [{ kind: 'added', text: hostile }] }] })));
    await page.press(release);
    expect([page.texts('script, img'), page.texts('ins')]).toEqual([[], [`增${hostile}`]]);
  });

  it('only the look of the text has changed: it says so instead of nothing', async () => {
    await open(() => json(200, compared({ formatOnly: true })));
    await page.press(release);
    expect(page.texts('[aria-live] p').at(-1)).toBe('正文的文字没有变，小标题、加粗、链接或表格改过。');
  });
});

describe('what goes wrong', () => {
  const lost = '没有连上服务器：请检查网络后再试。';
  it.each<[string, Answering, string]>([
    ['never signed', () => json(409, { message: '这篇稿件还没有签发过。' }), '这篇稿件还没有签发过。'],
    ['the shell’s own refusal', () => json(403, { errors: [{ message: '请先登录。' }] }), '请先登录。'],
    ['a refusal without a word', () => json(500, {}), lost],
    ['a page of a proxy', () => new Response('<html>', { status: 502 }), lost],
    ['an answer cut half-way', () => new Response('{"against":"和签', { status: 200 }), lost],
    ['no network', () => Promise.reject(new TypeError('fetch failed')), lost],
  ])('%s is said in a sentence', async (_, answer, said) => {
    await open(answer);
    await page.press(review);
    expect(page.texts('[aria-live] p')).toEqual([said]);
  });

  it('a slow answer to an earlier question does not stand under the later one', async () => {
    const answers: ((response: Response) => void)[] = [];
    await open(
      () =>
        new Promise((done) => {
          answers.push(done);
        }),
    );
    await page.press(review);
    await page.press(release);
    await page.meanwhile(() => answers[1]?.(json(200, compared({ against: '和在线的比。' }))));
    await page.meanwhile(() => answers[0]?.(json(200, compared({ against: '和上次审的比。' }))));
    expect(page.texts('[aria-live] p')).toEqual(['和在线的比。']);
  });
});
