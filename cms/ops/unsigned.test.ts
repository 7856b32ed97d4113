import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../campaigns/calendar/civil-day.ts';
import { sampleDesk, type SampleDesk } from '../testing/sample-desk.ts';
import { loadCalendar } from '../admin/queries/calendar.ts';
import { loadLedger } from '../ledger/ledger.ts';
import { readLedgerQuery } from '../ledger/ledger-query.ts';
import { unsignedAlerts } from '../admin/queries/unsigned-alerts.ts';
import { performReview } from '../desk/perform.ts';
import { draft, release } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createFactReader } from './read-facts.ts';
import { readUnsigned } from './unsigned.ts';

let cms: TestCms;
let sample: SampleDesk;
let unsigned: string;
let postId: string;
beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
  unsigned = (await draft(cms.payload, sample.desk.author, { title: '还没签发的（示例）' })).id;
  const data = {
    campaign: sample.campaignId,
    story: unsigned,
    label: '当天二',
    slug: 'two',
    channels: ['wechat', 'weibo'],
    anchor: 'start',
    offsetDays: 0,
    time: '10:00',
    misfire: 'late',
    misfireWindow: 60,
  };
  postId = (await cms.payload.create({ collection: 'posts', data: data as never })).id;
});
afterAll(() => cms.close());

const at = (day: string, time: string) => instantOf(day, time);
const seen = async (now: Date) =>
  (await readUnsigned(cms.payload, now)).map(({ missed, title, why }) => `${title} ${why} ${missed}`);

it('a post without a signed story is said three working days before, at its minute and after', async () => {
  expect(await seen(at('2026-11-27', '09:00'))).toEqual([]);
  expect(await seen(at('2026-12-01', '09:00'))).toEqual(['还没签发的（示例） 稿件还没有签发 false']);
  expect(await seen(at('2026-12-04', '10:00'))).toEqual(['还没签发的（示例） 稿件还没有签发 true']);
  const now = at('2026-12-04', '12:00');
  expect((await unsignedAlerts(cms.payload, now))[0]).toMatchObject({
    word: '到点没有发',
    what: expect.stringContaining('到点没有发：稿件还没有签发。'),
  });
  const { query } = readLedgerQuery({});
  expect((await loadLedger(cms.payload, query, now)).missed).toMatchObject([
    { postId, why: '稿件还没有签发', channels: ['wechat', 'weibo'] },
  ]);
  const friday = (await loadCalendar(cms.payload, 2026, 12, now)).weeks
    .flatMap(({ days }) => days)
    .find(({ day }) => day === '2026-12-04');
  expect(friday?.posts.map(({ title, unsigned: why }) => [title, why])).toContainEqual([
    '还没签发的（示例）',
    '稿件还没有签发',
  ]);
  const facts = await createFactReader(cms.payload, {
    clock: { now: () => now, sleep: async () => undefined },
    watchingSince: now,
    weiboTokenExpires: null,
    holdStarter: false,
  })();
  expect(facts.unsigned).toMatchObject([{ missed: true, text: expect.stringContaining('到点没有发') }]);
});

it('a withdrawn story is said too, and it ends when it is solved', async () => {
  const now = at('2026-12-02', '09:00');
  await release(cms.payload, unsigned, sample.desk);
  expect(await seen(now)).toEqual([]);
  await performReview(
    { payload: cms.payload },
    { storyId: unsigned, act: 'withdraw', person: sample.desk.signer, note: '撤下。' },
  );
  expect(await seen(now)).toEqual(['还没签发的（示例） 稿件已经撤回 false']);
  await cms.payload.update({ collection: 'posts', id: postId, data: { story: null } as never });
  expect(await seen(at('2026-12-04', '11:00'))).toEqual(['当天二 还没有选定稿件 true']);
  await cms.payload.delete({ collection: 'posts', id: postId });
  expect(await seen(at('2026-12-04', '11:00'))).toEqual([]);
});

it('a campaign that nobody has confirmed is said too: days before, at the minute and after, until it is', async () => {
  const confirm = (state: 'draft' | 'confirmed') =>
    cms.payload.update({ collection: 'campaigns', id: sample.campaignId, data: { state } as never });
  const now = at('2026-12-04', '12:00');
  const draftPost = {
    campaign: sample.campaignId,
    label: '没选稿',
    slug: 'never',
    channels: ['weibo'],
    anchor: 'start',
    offsetDays: 0,
    time: '10:00',
    misfire: 'late',
    misfireWindow: 60,
  };
  const idle = await cms.payload.create({ collection: 'posts', data: draftPost as never });
  await confirm('draft');
  expect(await seen(at('2026-12-01', '09:00'))).toEqual(['信用报告怎么看（示例） 活动还没有确认 false']);
  expect(await seen(now)).toEqual(['信用报告怎么看（示例） 活动还没有确认 true']);
  const [alert] = await unsignedAlerts(cms.payload, now);
  expect(alert).toMatchObject({
    word: '到点没有发',
    what: expect.stringContaining('活动还没有确认'),
    href: `/admin/collections/campaigns/${sample.campaignId}`,
  });
  const { query } = readLedgerQuery({});
  expect((await loadLedger(cms.payload, query, now)).missed).toMatchObject([{ why: '活动还没有确认' }]);
  await confirm('confirmed');
  await cms.payload.delete({ collection: 'posts', id: idle.id });
  expect(await seen(now)).toEqual([]);
});

it('the calendar shows a post of next year’s campaign that goes out this year', async () => {
  const campaign = await cms.payload.create({
    collection: 'campaigns',
    data: {
      title: '明年的活动',
      slug: 'next',
      theme: '示例',
      standfirst: '示例',
      occasion: 'constitution-day',
      year: 2027,
      state: 'confirmed',
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
    } as never,
  });
  await cms.payload.create({
    collection: 'posts',
    data: {
      campaign: campaign.id,
      story: sample.stories[1],
      label: '预告',
      slug: 'early',
      channels: ['weibo'],
      anchor: 'start',
      offsetDays: 0,
      time: '09:00',
      at: at('2026-10-10', '09:00').toISOString(),
      misfire: 'late',
      misfireWindow: 60,
    } as never,
  });
  const days = (await loadCalendar(cms.payload, 2026, 10, at('2026-10-01', '09:00'))).weeks.flatMap(
    ({ days: own }) => own,
  );
  expect(days.find(({ day }) => day === '2026-10-10')?.posts.map(({ campaign: title }) => title)).toEqual([
    '明年的活动',
  ]);
});
