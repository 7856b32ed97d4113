import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleDesk, type SampleDesk } from '../testing/sample-desk.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { proposeCampaigns } from './propose-campaigns.ts';

let cms: TestCms;
let sample: SampleDesk;
beforeEach(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
});
afterEach(() => cms.close());

const on = (day: string) => proposeCampaigns(cms.payload, new Date(`${day}T09:00:00+08:00`));
const next = async () =>
  (await cms.payload.find({ collection: 'campaigns', where: { year: { equals: 2027 } }, depth: 0, joins: false })).docs;

it('drafts next year once, from its day on', async () => {
  expect(await on('2026-09-30')).toEqual([]);
  expect(await on('2026-10-01')).toEqual(['宪法日']);
  expect(await on('2026-10-01')).toEqual([]);
  expect(await next()).toMatchObject([{ year: 2027, slug: 'constitution', state: 'draft', origin: 'proposed' }]);
});

it('a deleted proposal does not come back', async () => {
  await on('2026-10-01');
  for (const { id } of await next()) await cms.payload.delete({ collection: 'campaigns', id });
  expect(await on('2026-10-02')).toEqual([]);
  expect(await on('2027-01-05')).toEqual([]);
  expect(await next()).toEqual([]);
});

it('a campaign that staff made themselves is left alone, and so is its deletion', async () => {
  const own = await cms.payload.create({
    collection: 'campaigns',
    data: {
      title: '自己排的',
      slug: 'own',
      theme: '示例',
      standfirst: '示例',
      occasion: 'constitution-day',
      year: 2027,
      state: 'draft',
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
    } as never,
  });
  expect(await on('2026-10-01')).toEqual([]);
  await cms.payload.delete({ collection: 'campaigns', id: own.id });
  expect(await on('2026-10-02')).toEqual([]);
});

it('a proposal that was cut off halfway gets the rest of its posts', async () => {
  await on('2026-10-01');
  await cms.payload.delete({ collection: 'posts', where: { story: { exists: false } } });
  await cms.payload.update({ collection: 'campaigns', id: sample.campaignId, data: { proposedFor: null } });
  expect(await on('2026-10-02')).toEqual([]);
  const { docs } = await cms.payload.find({ collection: 'posts', where: { story: { exists: false } } });
  expect(docs.map(({ slug }) => slug)).toEqual(['day']);
});

it('two processes at once make one draft', async () => {
  const made = await Promise.all([on('2026-10-01'), on('2026-10-01')]);
  expect(made.flat()).toEqual(['宪法日']);
  expect(await next()).toHaveLength(1);
});
