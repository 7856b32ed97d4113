import { createLocalReq } from 'payload';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { loadWorkdays } from '../../campaigns/calendar/load-workdays.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { createReader } from '../read/payload-reader.ts';
import { takenBackMeanwhile } from '../release/publication-row.ts';
import { publishDue } from '../release/publish.ts';
import { unsettledStories } from '../release/unsettled.ts';
import { performReview } from '../review/perform.ts';
import { loadRecallTerms } from '../starter/load-recall-terms.ts';
import { readRecallOrders } from '../store/recall-orders.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { draft, newsroom, release } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { keepCopy } from './agreed-copies.ts';
import { agreeToWithdrawal } from './testing/agree-to-withdrawal.ts';

// Words that wait for a second person leave by no other way than pages either.
let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['signer', 'reviewer1']);
}, within(60_000));
afterAll(() => cms.close());

it('letters and sheets that take copies back say why in words that two people stand for', async () => {
  const people = await newsroom(cms.payload);
  const { id } = await draft(cms.payload, people.author);
  const releaseId = await release(cms.payload, id, people);
  expect(await performReview({ payload: cms.payload }, { storyId: id, act: 'withdraw', person: people.signer, note: '一个人写的理由。' })).toMatchObject({ ok: true });
  const reasons = async () => (await readRecallOrders(cms.payload, await loadRecallTerms(), await loadWorkdays())).orders.get(releaseId)?.map(({ reason }) => reason);
  expect(await reasons()).toEqual([takenBackMeanwhile]);
  expect(await agreeToWithdrawal(cms.payload, id, people.first)).toMatchObject({ status: 200 });
  expect(await reasons()).toEqual(['一个人写的理由。']);
});

it('an agreement that is cut off before the page is written is completed by the next minute', async () => {
  const people = await newsroom(cms.payload);
  const { id } = await draft(cms.payload, people.author);
  await release(cms.payload, id, people);
  await performReview({ payload: cms.payload }, { storyId: id, act: 'withdraw', person: people.signer, note: '断电前同意的理由。' });
  const printed = async () => (await cms.payload.find({ collection: 'publications', where: { story: { equals: id } }, depth: 0 })).docs[0]?.reason;
  await publishDue(cms.payload);
  expect(await printed()).toBe(takenBackMeanwhile);
  const { docs: [row] } = await cms.payload.find({ collection: 'withdrawals', where: { story: { equals: id } }, depth: 0 });
  await keepCopy(await createLocalReq({}, cms.payload), 'withdrawals', row!.id, { reason: '断电前同意的理由。' }, { writers: [], by: { id: people.first.id, name: people.first.name }, note: '第二人同意' });
  expect(await printed()).toBe(takenBackMeanwhile);
  await publishDue(cms.payload);
  expect(await printed()).toBe('断电前同意的理由。');
  expect(await unsettledStories(cms.payload)).toEqual([]);
});

it('the calendar to subscribe to keeps every byte while one person writes, and tells of a change when a second one agrees', async () => {
  const reader = createReader({ payload: cms.payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
  const year = Number(reader.today().slice(0, 4));
  const made = await cms.payload.create({ collection: 'occasion-notices', data: { occasion: 'integrity-week', year, start: `${year}-09-01`, end: `${year}-09-07`, docNo: '示例1号' } as never });
  // Long ago, so that a time which must not be told would be seen.
  await cms.payload.db.updateOne({ collection: 'occasion-notices', id: made.id, data: { updatedAt: `${year - 1}-12-01T00:00:00.000Z` } });
  const before = await reader.calendarIcs();
  expect((await desk.send('signer', `occasion-notices/${made.id}`, { method: 'PATCH', body: JSON.stringify({ end: `${year}-09-08` }) })).status).toBe(200);
  expect(await reader.calendarIcs()).toBe(before);
  const seen = (await (await desk.get('reviewer1', `occasion-notices/${made.id}/agree`)).response.json()) as { version: string };
  expect((await desk.post('reviewer1', `occasion-notices/${made.id}/agree`, { version: seen.version })).status).toBe(200);
  const sequence = (text: string) => Number(/UID:integrity-week[\s\S]*?SEQUENCE:(\d+)/.exec(text)?.[1]);
  expect(sequence(await reader.calendarIcs())).toBeGreaterThan(sequence(before));
});
