import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../../testing/browser.ts';
import { aPost } from '../../testing/rows.ts';
import { PostLine } from '../PostLine.tsx';
import { MoveDesk } from './MoveDesk.tsx';
import { movablePosts } from './movable-post.ts';

let page: Browser;
afterEach(() => page.close());
const posts = [aPost(), aPost({ id: 'p2', title: '发过了', over: true })];
const known = movablePosts({
  weeks: [
    {
      lanes: 0,
      bars: [],
      days: [{ day: '2026-06-14', inMonth: true, weekend: false, today: false, quiet: false, occasions: [], posts }],
    },
  ],
});
const open = async (answer?: Answering, { allowed = true, start = null as string | null } = {}) => {
  const cells = ['2026-06-14', '2026-06-15', '2026-06-21'].map((day) =>
    createElement(
      'div',
      { key: day, 'data-day': day },
      day === '2026-06-14' && posts.map((post) => createElement(PostLine, { key: post.id, mayMove: allowed, post })),
    ),
  );
  page = await openBrowser(
    createElement(MoveDesk, { allowed, label: '2026年6月', open: start, posts: known, children: cells }),
    answer,
  );
};
const said = () => page.texts('[role=status] p');
const value = (n: number) => page.root.querySelectorAll<HTMLInputElement>('dialog input')[n]?.value;

describe('by keys', () => {
  it('arrows carry, Enter asks, and only a reason moves it', async () => {
    await open(() => json(200, { message: '已移动。', warnings: ['那天还有一条。'] }));
    await page.key(page.find('#p-p1'), 'ArrowRight');
    expect(said()).toEqual(['《秤上的星》拟移到6月15日：回车放下，Esc 取消。']);
    expect(page.find('[data-day="2026-06-15"]').className).toBe('cx-day--target');
    await page.key(page.find('#p-p1'), 'Enter');
    expect([value(0), value(1)]).toEqual(['2026-06-15', '09:00']);
    await page.type('原因', '那天停电');
    await page.submit();
    expect(page.asked).toEqual([
      {
        method: 'POST',
        path: '/api/posts/p1/move',
        body: { day: '2026-06-15', time: '09:00', reason: '那天停电', seen: '2026-06-14T01:00:00.000Z' },
      },
    ]);
    expect(said()).toEqual(['已移动。', '请注意：那天还有一条。']);
    expect([page.texts('dialog'), page.went]).toEqual([[], ['refresh']]);
  });

  it('Esc, and Enter where it was taken up, leave it there', async () => {
    await open();
    await page.key(page.find('#p-p1'), 'ArrowDown');
    await page.key(page.find('#p-p1'), 'Escape');
    expect(said()).toEqual(['已取消，没有移动。']);
    await page.key(page.find('#p-p1'), 'ArrowRight');
    await page.key(page.find('#p-p1'), 'ArrowLeft');
    await page.key(page.find('#p-p1'), 'Enter');
    expect([said(), page.asked]).toEqual([['已取消，没有移动。'], []]);
  });

  it('what is out stays where it is; who only looks moves nothing', async () => {
    await open();
    await page.key(page.find('#p-p2'), 'ArrowRight');
    expect(said()).toEqual(['《发过了》已经发出或处理完了，不能改期。']);
    await page.close();
    await open(undefined, { allowed: false });
    await page.key(page.find('#p-p1'), 'ArrowRight');
    expect(said()).toEqual([]);
  });
});

describe('by the button', () => {
  it('asks for day, time and reason; a refusal stays with what was typed', async () => {
    await open(() => json(409, { message: '这一条刚被别人移动过：请刷新再看。' }));
    await page.press('移动：6月14日 09:00 秤上的星');
    await page.type('日期', '2026-06-20');
    await page.type('原因', '改期');
    await page.submit();
    expect(page.texts('dialog [role=alert]')).toEqual(['这一条刚被别人移动过：请刷新再看。']);
    expect([value(0), value(2)]).toEqual(['2026-06-20', '改期']);
    await page.press('取消');
    expect([page.texts('dialog'), page.went]).toEqual([[], []]);
  });

  it('stands open where the address asks for it', async () => {
    await open(undefined, { start: 'p1' });
    expect(page.texts('dialog h2')).toEqual(['移动《秤上的星》']);
    expect(page.texts('dialog > p')).toEqual(['关爱日，现在排在 2026-06-14 09:00']);
  });
});
