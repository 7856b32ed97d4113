import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { versionHeader } from '../../editing/version-read.ts';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { useReview } from './use-review.ts';

let page: Browser;
afterEach(() => page.close());

interface Seen {
  unsaved?: boolean;
  version?: string | null;
}
function Panel({ unsaved = false, version = 'v1' }: Seen) {
  const { again, busy, handOver, perform, said, serial, sheet } = useReview('s1', unsaved, version);
  return createElement(
    'div',
    null,
    createElement('p', { id: 'stage' }, sheet?.stage ?? '没有'),
    createElement('p', { id: 'serial' }, serial ?? '没有'),
    createElement('p', { id: 'said' }, said ? `${said.ok ? '好' : '不好'}：${said.message}` : ''),
    createElement('button', { disabled: busy, onClick: () => void perform('return', { note: '请改' }) }, '退回'),
    createElement('button', { disabled: busy, onClick: () => void handOver('u2') }, '转给'),
    createElement('button', { onClick: again }, '再读'),
  );
}
const node = (seen: Seen = {}) => createElement(Panel, seen);
const open = async (answer: Answering, seen: Seen = {}) => {
  page = await openBrowser(node(seen), answer);
};
const now = () => ['#stage', '#serial', '#said'].map((id) => page.texts(id)[0]);
const unread = '不好：没有连上服务器，读不出审签到了哪一步：请检查网络后刷新这一页。';
const none = () => Promise.reject(new TypeError('fetch failed'));
const server =
  (stage = 'first', docs: object[] = [{ serial: 7 }]): Answering =>
  ({ method, path }) =>
    method === 'POST'
      ? json(200, { message: '已做。' })
      : json(200, path.startsWith('/api/publications') ? { docs } : { stage });
/** A row that still says “waiting”. */
const timed =
  (from: string | null, showFrom: string | null = '2027-03-15T01:00:00.000Z'): Answering =>
  ({ path }) =>
    path.startsWith('/api/publications')
      ? json(200, { docs: path.includes('waiting') ? [{ serial: 7, state: 'waiting', showFrom }] : [] })
      : json(200, { stage: 'signed', showing: { from, until: null, said: null } });

describe('reading where it stands', () => {
  it.each<[string, Answering, string[]]>([
    ['in review and live', server(), ['first', '7', '']],
    ['not live', server('draft', []), ['draft', '没有', '']],
    ['waiting for its minute', timed('2027-03-15T01:00:00.000Z'), ['signed', '没有', '']],
    ['its minute has come, and nobody has written it down', timed(null), ['signed', '7', '']],
    ['put off, until nobody knows when', timed(null, null), ['signed', '没有', '']],
    [
      'what is live may not be asked for',
      ({ path }) => (path.startsWith('/api/publications') ? json(403, {}) : json(200, { stage: 'first' })),
      ['first', '没有', ''],
    ],
    ['no network', none, ['没有', '没有', unread]],
    ['half an answer', () => new Response('{"stage":"fi'), ['没有', '没有', unread]],
    ['a page of a proxy', () => new Response('<html>', { status: 502 }), ['没有', '没有', unread]],
    ['not signed in', () => json(403, { errors: [{ message: '请先登录。' }] }), ['没有', '没有', '不好：请先登录。']],
    ['a refusal without a word', () => json(500, {}), ['没有', '没有', unread]],
  ])('%s', async (_, answer, seen) => {
    await open(answer);
    expect(now()).toEqual(seen);
  });

  it('once it can be read again, nothing says any more that it cannot', async () => {
    let answer: Answering = none;
    await open((asked) => answer(asked));
    expect(now()[2]).toBe(unread);
    answer = server();
    await page.press('再读');
    expect(now()).toEqual(['first', '7', '']);
  });

  it('anew after each save, and not while something is typed', async () => {
    await open(server(), { unsaved: true });
    expect(page.asked).toEqual([]);
    await page.show(node());
    await page.show(node({ version: 'v2' }));
    expect(page.asked.filter(({ path }) => path.endsWith('/review'))).toHaveLength(2);
  });

  it('a slow answer of before does not replace the newer one', async () => {
    const answers: (() => void)[] = [];
    await open(({ path }) =>
      path.startsWith('/api/publications')
        ? json(200, { docs: [] })
        : new Promise((done) => {
            const stage = answers.length === 0 ? 'draft' : 'first';
            answers.push(() => done(json(200, { stage })));
          }),
    );
    await page.press('再读');
    await page.meanwhile(() => answers[1]?.());
    await page.meanwhile(() => answers[0]?.());
    expect(now()[0]).toBe('first');
  });
});

describe('doing', () => {
  it('the version that was looked at is named; a row without one names none', async () => {
    const sent: (string | null)[] = [];
    await open(server());
    const inner = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      if (init?.method === 'POST') sent.push(new Headers(init.headers).get(versionHeader));
      return inner(input, init);
    };
    await page.press('退回');
    await page.show(node({ version: null }));
    await page.press('转给');
    expect(sent).toEqual(['v1', null]);
    expect(page.asked.filter(({ method }) => method === 'POST').map(({ body, path }) => [path, body])).toEqual([
      ['/api/stories/s1/review/return', { note: '请改' }],
      ['/api/stories/s1/hand-over', { to: 'u2' }],
    ]);
  });

  it.each<[string, Answering, string]>([
    ['done', () => json(200, { message: '已退回。' }), '好：已退回。'],
    ['somebody was faster', () => json(409, { message: '刚有人审过了。' }), '不好：刚有人审过了。'],
    ['nobody knows', none, '不好：没有收到服务器的回答：请刷新这一页，看看做成了没有。'],
    ['an answer without a word', () => json(502, {}), '不好：没有收到服务器的回答：请刷新这一页，看看做成了没有。'],
  ])('%s: what it said stands, also when nothing can be read afterwards', async (_, act, said) => {
    let isGone = false;
    const read = server();
    await open((asked) => {
      if (asked.method === 'POST') {
        isGone = true;
        return act(asked);
      }
      return isGone ? none() : read(asked);
    });
    await page.press('退回');
    expect(now()).toEqual(['first', '7', said]);
    expect(page.isDisabled('退回')).toBe(false);
  });

  it('is busy until the answer comes: nothing can be pressed twice', async () => {
    let answer: (response: Response) => void = () => undefined;
    const read = server();
    await open((asked) =>
      asked.method === 'POST'
        ? new Promise((done) => {
            answer = done;
          })
        : read(asked),
    );
    await page.press('退回');
    expect([page.isDisabled('退回'), page.isDisabled('转给')]).toEqual([true, true]);
    await page.meanwhile(() => answer(json(200, { message: '已退回。' })));
    expect(page.isDisabled('转给')).toBe(false);
  });
});
