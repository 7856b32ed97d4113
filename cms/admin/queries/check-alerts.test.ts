import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { createNightly } from '../../checking/nightly/create-nightly.ts';
import { sampleId } from '../../checking/testing/sample-id.ts';
import { createReader } from '../../read/payload-reader.ts';
import { performReview } from '../../desk/perform.ts';
import { markdownToRichText } from '../../rich-text/from-markdown.ts';
import { draft, newsroom, release, type Desk } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { loadCheckAlerts } from './check-alerts.ts';

let cms: TestCms;
let desk: Desk;
let now = instantOf('2026-06-01', '10:00');
const clock = { now: () => now, sleep: () => Promise.resolve() };
const said: string[] = [];
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

async function night(day: string): Promise<void> {
  now = instantOf(day, '02:31');
  const nightly = createNightly({
    payload: cms.payload,
    reader: createReader({ payload: cms.payload, clock, demo: true, siteUrl: 'http://localhost' }),
    clock,
    outside: null,
    log: (line) => said.push(line),
  });
  await Promise.all([nightly.run(), nightly.run()]);
}
const alerts = async () =>
  (await loadCheckAlerts(cms.payload, now)).map(({ button, href, what, word }) => ({ button, href, what, word }));

it('nothing is wrong', async () => {
  const story = await draft(cms.payload, desk.author);
  await release(cms.payload, story.id, desk, clock);
  await night('2026-06-02');
  expect(await alerts()).toEqual([]);
  expect(said).toEqual(['查了在线的 1 篇稿件：必须处理 0 处，提醒 0 处。']);
});

it('an ID number on a live page calls for its withdrawal, and is silent once it is gone', async () => {
  const story = await draft(cms.payload, desk.author, { title: '带号码的稿（示例）' });
  const releaseId = await release(cms.payload, story.id, desk, clock);
  // As if it had been published before the check knew of it.
  const row = await cms.payload.findByID({ collection: 'releases', id: releaseId });
  await cms.payload.db.updateOne({
    collection: 'releases',
    id: releaseId,
    data: { snapshot: { ...(row.snapshot as object), text: `证件${sampleId()}。` } },
  });
  await night('2026-06-03');
  const [first, ...rest] = await alerts();
  expect(rest).toEqual([]);
  expect(first).toMatchObject({
    word: '个人信息在线',
    button: '去撤回',
    href: `/admin/collections/stories/${story.id}`,
    what: expect.stringContaining('《带号码的稿（示例）》正文第1段'),
  });
  expect(JSON.stringify(await cms.payload.find({ collection: 'check-runs' }))).not.toContain(sampleId().slice(6, 14));
  await performReview(
    { payload: cms.payload },
    { storyId: story.id, act: 'withdraw', person: desk.signer, note: '内容有误。' },
  );
  expect(await alerts()).toEqual([]);
});

it('reminders are told together, and a judged one no more', async () => {
  const story = await draft(cms.payload, desk.author, {
    body: markdownToRichText('旧机构名：工商行政管理局旧址。') as never,
  });
  const { storyFindings } = await import('../../checking/findings/story-findings.ts');
  const { remember } = await import('../../checking/memory/remember.ts');
  const [finding] = await storyFindings(cms.payload, story);
  const judge = () =>
    remember(cms.payload, {
      storyId: story.id,
      mark: finding?.mark ?? '',
      scope: 'story',
      reason: '写的是历史。',
      person: desk.author,
      now,
    });
  await judge();
  await release(cms.payload, story.id, desk, clock);
  await night('2026-06-04');
  expect(await alerts()).toEqual([]);
  await cms.payload.delete({ collection: 'check-memory', where: {} });
  await night('2026-06-05');
  expect(await alerts()).toMatchObject([
    { word: '巡查提醒', what: '夜间巡查在1篇在线稿件里有1处提醒。', button: '看巡查记录' },
  ]);
  await judge();
  expect(await alerts()).toEqual([]);
});

it('words on a column’s own page, until somebody changes them', async () => {
  const { docs } = await cms.payload.find({ collection: 'columns', limit: 1 });
  const id = docs[0]?.id ?? '';
  await cms.payload.db.updateOne({
    collection: 'columns',
    id,
    data: { description: '曝光老赖。', updatedAt: instantOf('2026-06-04').toISOString() },
  });
  await night('2026-06-06');
  expect(await alerts()).toMatchObject([
    {
      word: '巡查发现',
      what: expect.stringMatching(/^栏目“信用知识”说明：/),
      button: '去改',
      href: `/admin/collections/columns/${id}`,
    },
  ]);
  await cms.payload.update({ collection: 'columns', id, data: { description: '知识。' } });
  expect(await alerts()).toEqual([]);
});

it('says when nobody has checked for a day and a half', async () => {
  now = instantOf('2026-06-07', '15:00');
  expect(await alerts()).toMatchObject([{ word: '没有巡查' }]);
});
