import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionSlug } from 'payload';
import { can } from '../../access/can.ts';
import { roleNames } from '../../access/roles.ts';
import type { Guarded } from '../../access/table.ts';
import { sampleDesk, type SampleDesk } from '../../testing/sample-desk.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { hostile, isMarkup } from '../testing/sentences.ts';
import { showView } from '../testing/view.ts';
import { CalendarView } from './CalendarView.tsx';

let cms: TestCms;
let sample: SampleDesk;
beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
});
afterAll(() => cms.close());

const look = (search: Record<string, string> = { month: '2026-12' }, who = sample.desk.signer) =>
  showView(CalendarView, cms.payload, who, search);

it('the month asked for, with its campaigns, posts and the way to the months beside it', async () => {
  const { find, links, texts, trail } = await look();
  expect(trail).toEqual(['日历', '2026年12月']);
  expect(texts('h1')).toEqual(['2026年12月']);
  expect(texts('.cx-lead span')[0]).toBe('1个活动，1条推送');
  expect(links.filter(({ words }) => /[‹›]/.test(words)).map(({ href, words }) => `${words} ${href}`)).toEqual([
    '‹ 11月 /admin/calendar?month=2026-11',
    '1月 › /admin/calendar?month=2027-01',
  ]);
  expect(texts('[data-day="2026-12-04"] [data-post] > a')).toEqual(['09:00 信用报告怎么看（示例）']);
  expect(find('.cx-strip [aria-current=page]')?.textContent).toBe('12月');
  expect(texts('.cx-legend li')).toEqual(['宪法日1条']);
});

it('a month without campaigns says so; an address that cannot be meant is this month', async () => {
  expect((await look({ month: '2029-02' })).texts('.cx-aside > p')[0]).toBe('本月还没有活动。');
  const [odd, now] = [await look({ month: '<script>' }), await look({})];
  expect(odd.texts('h1')).toEqual(now.texts('h1'));
});

it('the dialog of a post stands open where the address asks for it, for whoever may move', async () => {
  const open = { month: '2026-12', move: sample.postId };
  expect((await look(open)).texts('dialog h2')).toEqual(['移动《信用报告怎么看（示例）》']);
  const auditor = { ...sample.desk.signer, roles: ['auditor' as const] };
  expect((await look(open, auditor)).texts('dialog')).toEqual([]);
  expect((await look({ ...open, move: 'nobody' })).texts('dialog')).toEqual([]);
});

describe('every role', () => {
  it.each(roleNames)('%s is offered only what it may make', async (role) => {
    const { buttons, links, texts } = await look(undefined, { ...sample.desk.signer, roles: [role] });
    const offered = links.flatMap(({ href }) => /^\/admin\/collections\/([a-z-]+)\/create$/.exec(href)?.[1] ?? []);
    for (const collection of offered)
      expect({ role, collection, may: can({ roles: [role] }, 'create', collection as Guarded) }).toMatchObject({
        may: expect.anything(),
      });
    const mayMove = can({ roles: [role] }, 'update', 'posts') !== null;
    expect(buttons.some((words) => words.startsWith('移动'))).toBe(mayMove);
    expect(texts('.cx-aside__help').length > 0).toBe(mayMove);
    expect(links.some(({ words }) => words === '新建活动')).toBe(
      can({ roles: [role] }, 'create', 'campaigns') !== null,
    );
  });

  it('finds only links that lead somewhere', async () => {
    const slugs = Object.keys(cms.payload.collections) as CollectionSlug[];
    for (const { href } of (await look()).links) {
      const [, slug] = /^\/admin\/collections\/([^/?#]+)/.exec(href) ?? [];
      expect({
        href,
        known: slug ? slugs.includes(slug as CollectionSlug) : /^\/admin\/(?:calendar|ledger)?/.test(href),
      }).toMatchObject({ known: true });
    }
  });
});

it('a draft of the system and a campaign with an odd name are told as words', async () => {
  const { id } = await cms.payload.create({
    collection: 'campaigns',
    data: {
      title: '诚信日',
      slug: 'odd',
      theme: '说到做到',
      standfirst: '说到做到',
      occasion: 'constitution-day',
      year: 2027,
      state: 'draft',
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
    } as never,
  });
  await cms.payload.db.updateOne({
    collection: 'campaigns',
    id,
    data: { title: hostile, origin: 'proposed' } as never,
    returning: false,
  });
  const { html, links, texts } = await look();
  expect(isMarkup(html)).toBe(false);
  expect(texts('.cx-decide li').find((line) => line.startsWith('自动提议'))).toContain(`2027年“${hostile}”`);
  expect(links.find(({ words }) => words.startsWith('看草稿'))?.href).toBe(`/admin/collections/campaigns/${id}`);
});
