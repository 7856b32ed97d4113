import { createElement } from 'react';
import { expect, it } from 'vitest';
import type { CalendarConflict } from '../queries/calendar.ts';
import { show } from '../testing/page.ts';
import { hostile, isMarkup } from '../testing/sentences.ts';
import { DecideList } from './DecideList.tsx';

const conflict = (more: Partial<CalendarConflict>): CalendarConflict => ({
  kind: 'same-hour',
  id: 'x',
  day: '2026-06-14',
  message: '两条撞在一起。请移动一条。',
  postId: 'p1',
  isDaily: false,
  occasion: null,
  postDay: '2026-06-14',
  ...more,
});
const list = (conflicts: CalendarConflict[], { mayConfirm = true, mayMove = true, proposals = 0 } = {}) =>
  show(
    createElement(DecideList, {
      conflicts,
      rights: { mayConfirm, mayMove },
      proposals: Array.from({ length: proposals }, (_, i) => ({ id: `c${i}`, title: `活动${i}`, year: 2027 })),
    }),
  );

it('nothing to decide is said', async () => {
  const { links, texts } = await list([]);
  expect([texts('p.cx-quiet'), links]).toEqual([['到明年年底，没有要拿主意的事。'], []]);
});

it('each matter has the way on that this person may go', async () => {
  const matters = [
    conflict({}),
    conflict({ id: 'y', occasion: 'constitution-week', postId: null, postDay: null }),
    conflict({ id: 'z', postId: null }),
  ];
  const ways = async (rights: object) =>
    (await list(matters, rights)).links.map(({ href, words }) => `${words.split('：')[0]} ${href}`);
  expect(await ways({})).toEqual([
    '移动一条 /admin/calendar?month=2026-06&move=p1#p-p1',
    '去确认 /admin/collections/occasion-notices/create',
    '看台账 /admin/ledger',
  ]);
  expect(await ways({ mayMove: false, mayConfirm: false })).toEqual([
    '看这一条 /admin/calendar?month=2026-06#p-p1',
    '看已登记的通知 /admin/collections/occasion-notices',
    '看台账 /admin/ledger',
  ]);
});

it('six stand open, the others are folded and counted, drafts of the system last', async () => {
  const { texts } = await list(
    Array.from({ length: 5 }, (_, i) => conflict({ id: String(i) })),
    { proposals: 3 },
  );
  expect(texts('.cx-decide[aria-labelledby] > li')).toHaveLength(6);
  expect(texts('summary')).toEqual(['另有2件']);
  expect(texts('details li')[1]).toBe(
    '自动提议：2027年“活动2”照上一年拟了草稿，稿件还没有选。要办，就选稿、报批、确认；不办，请管理员删除，不会再提。看草稿',
  );
});

it('titles within a sentence are words', async () => {
  const { html, text } = await list([conflict({ message: hostile })]);
  expect(isMarkup(html)).toBe(false);
  expect(text).toContain(hostile);
});
