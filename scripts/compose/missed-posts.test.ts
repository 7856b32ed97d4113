import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../campaigns/calendar/civil-day.ts';
import { sampleDesk, type SampleDesk } from '../../cms/testing/sample-desk.ts';
import { draft } from '../../cms/testing/story.ts';
import { testCms, type TestCms } from '../../cms/testing/test-cms.ts';
import { ledgerLine, missedRows } from './ledger.ts';
import { missedPosts } from './missed-posts.ts';
import { postNames } from './post-names.ts';

let cms: TestCms;
let sample: SampleDesk;
beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
  const story = (await draft(cms.payload, sample.desk.author, { title: '还没签发的（示例）' })).id;
  const data = {
    campaign: sample.campaignId,
    story,
    label: '当天二',
    slug: 'two',
    channels: ['wechat', 'weibo'],
    anchor: 'start',
    offsetDays: 0,
    time: '10:00',
    misfire: 'late',
    misfireWindow: 60,
  };
  await cms.payload.create({ collection: 'posts', data: data as never });
});
afterAll(() => cms.close());

it('the ledger on the command line shows what did not go out, on which channel and why', async () => {
  const noon = instantOf('2026-12-04', '12:00');
  const missed = await missedPosts(cms.payload, noon, {});
  const names = await postNames(
    cms.payload,
    missed.map(({ postId }) => postId),
  );
  const rows = missed.flatMap((post) => missedRows(post, names));
  expect(rows).toMatchObject(
    [
      ['wechat', 'missed'],
      ['weibo', 'missed'],
    ].map(([channel, state]) => ({
      channel,
      state,
      post: expect.stringMatching(/\/two$/),
      plannedAt: '2026-12-04T10:00:00+08:00',
      why: '稿件还没有签发',
    })),
  );
  expect(ledgerLine(rows[0]!)).toMatch(/2026-12-04 10:00 .*到点没有发 .*wechat .*稿件还没有签发/);
});

it('keeps to the days that were asked for', async () => {
  const later = instantOf('2027-02-01', '12:00');
  const count = async (days: Parameters<typeof missedPosts>[2]) => (await missedPosts(cms.payload, later, days)).length;
  expect([
    await count({}),
    await count({ from: '2026-12-04' }),
    await count({ from: '2026-12-05' }),
    await count({ from: '2026-12-01', to: '2026-12-03' }),
  ]).toEqual([0, 1, 0, 0]);
  expect(await missedPosts(cms.payload, instantOf('2026-12-04', '09:00'), {})).toEqual([]);
});
