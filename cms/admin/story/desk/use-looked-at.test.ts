import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../../testing/browser.ts';
import type { TypedContent } from './typed-content.ts';
import { useLookedAt } from './use-looked-at.ts';

let page: Browser;
afterEach(() => page.close());
const preview = (title: string) => ({ wechat: { account: title } });

/** What the desk knows of what is typed, as words. */
function Desk({ typed }: { typed: TypedContent | null }) {
  const { again, busy, findings, preview: shown, trouble } = useLookedAt(typed);
  return createElement(
    'div',
    null,
    createElement('p', null, [shown?.wechat.account, findings?.length, trouble, busy ? '更新中' : '好了'].join('|')),
    createElement('button', { onClick: again }, '再查'),
  );
}
const node = (typed: TypedContent | null) => createElement(Desk, { typed });
const now = () => page.texts('p')[0];
const echo: Answering = ({ body, path }) =>
  path.endsWith('/preview') ? json(200, preview((body as { title: string }).title)) : json(200, { findings: [] });
const lost = '没有连上服务器，下面是上一次的结果：网络恢复后会自动更新。';

describe('checks and previews of what is typed', () => {
  it('nothing is asked before the form is there; then both, of the very same words', async () => {
    page = await openBrowser(node(null), echo);
    expect([now(), page.asked]).toEqual(['|||好了', []]);
    await page.show(node({ title: '甲', id: 's1' }));
    expect(page.asked.map(({ body, method, path }) => [method, path, body])).toEqual([
      ['POST', '/api/stories/preview', { title: '甲', id: 's1' }],
      ['POST', '/api/stories/check', { title: '甲', id: 's1' }],
    ]);
    expect(now()).toBe('甲|0||好了');
  });

  it('an answer that was overtaken by the next key is thrown away', async () => {
    const slow: (() => void)[] = [];
    page = await openBrowser(node({ title: '甲' }), (asked) =>
      (asked.body as { title: string }).title === '乙'
        ? echo(asked)
        : new Promise((done) => {
            slow.push(() => void Promise.resolve(echo(asked)).then(done));
          }),
    );
    expect(now()).toBe('|||更新中');
    await page.show(node({ title: '乙' }));
    await page.meanwhile(() => slow.forEach((answer) => answer()));
    expect(now()).toBe('乙|0||好了');
  });

  it.each<[string, Answering, string]>([
    ['no network', () => Promise.reject(new TypeError('fetch failed')), lost],
    ['a page of a proxy', () => new Response('<html>', { status: 502 }), lost],
    ['a refusal', () => json(422, { message: '标题太长。' }), '标题太长。'],
    ['a refusal without a word', () => json(500, {}), lost],
    [
      'only one of the two is there',
      (asked) => (asked.path.endsWith('/check') ? json(403, { errors: [{ message: '请先登录。' }] }) : echo(asked)),
      '请先登录。',
    ],
  ])('%s: said, while the last result stays; the next key mends it', async (_, answer, said) => {
    let server = echo;
    page = await openBrowser(node({ title: '甲' }), (asked) => server(asked));
    server = answer;
    await page.show(node({ title: '乙' }));
    expect(now()).toBe(`甲|0|${said}|好了`);
    server = echo;
    await page.show(node({ title: '丙' }));
    expect(now()).toBe('丙|0||好了');
  });

  it('somebody has judged a finding: asked again though nothing was typed', async () => {
    page = await openBrowser(node({ title: '甲' }), echo);
    await page.press('再查');
    expect(page.asked).toHaveLength(4);
  });
});
