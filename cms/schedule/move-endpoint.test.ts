import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDay, instantOf, partsOf } from '../../campaigns/calendar/civil-day.ts';
import { quietDays } from '../../campaigns/planner/quiet-days.ts';
import { loadYear } from './year.ts';
import { draft } from '../testing/story.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { person } from '../testing/people.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { movesDoor } from './move-record.ts';

let cms: TestCms;
let desk: SignedIn;
let story: string;
let campaign: string;
// Next year's 宪法日 (12-04): always ahead, whenever this runs; 12-13 after it is a quiet day.
const year = partsOf(civilDay(new Date())).year + 1;
const day = (monthAndDay: string) => `${year}-${monthAndDay}`;

beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'signer', 'admin', 'auditor', 'reviewer1']);
  story = (await draft(cms.payload, await person(cms.payload, 'author'))).id;
  const made = await cms.payload.create({
    collection: 'campaigns',
    data: {
      title: '宪法日',
      slug: 'constitution',
      theme: '说到做到',
      standfirst: '说到做到',
      occasion: 'constitution-day',
      year,
      state: 'confirmed',
      phases: [
        { name: '知道', startOffset: -7, endOffset: -1 },
        { name: '当天', startOffset: 0, endOffset: 3 },
      ],
    } as never,
  });
  campaign = made.id;
});
afterAll(() => cms.close());

let count = 0;
async function post(over: Record<string, unknown> = {}): Promise<string> {
  count += 1;
  const data = {
    campaign,
    story,
    label: '当天',
    slug: `p${count}`,
    channels: ['weibo'],
    anchor: 'start',
    offsetDays: 0,
    time: '09:00',
    misfire: 'late',
    misfireWindow: 60,
    ...over,
  };
  return (await cms.payload.create({ collection: 'posts', data: data as never })).id;
}
const read = (id: string) => cms.payload.findByID({ collection: 'posts', id, depth: 0 });
const order = (over: object = {}) => ({
  day: day('12-05'),
  time: '10:30',
  reason: '当天另有安排',
  seen: instantOf(day('12-04'), '09:00').toISOString(),
  ...over,
});
const move = (id: string, over: object = {}, who: string | null = 'signer') =>
  desk.post(who, `posts/${id}/move`, order(over));

describe('POST /api/posts/:id/move', () => {
  it('is for those who may change posts', async () => {
    const id = await post();
    expect((await move(id, {}, null)).status).toBe(401);
    for (const who of ['auditor', 'reviewer1'])
      expect(await move(id, {}, who)).toMatchObject({ status: 403, message: '只有采编、终审人和管理员可以改期。' });
    expect((await read(id)).offsetDays).toBe(0);
    // A campaign that a signer has confirmed is moved by signers; one that nobody has, by everybody who plans.
    for (const who of ['author', 'admin'])
      expect(await move(id, {}, who)).toMatchObject({
        status: 403,
        message: expect.stringContaining('排期要由终审人来改'),
      });
    expect((await move(await post(), {}, 'signer')).status).toBe(200);
    await cms.payload.update({ collection: 'campaigns', id: campaign, data: { state: 'draft' } });
    for (const who of ['author', 'signer', 'admin']) expect((await move(await post(), {}, who)).status).toBe(200);
    await cms.payload.update({ collection: 'campaigns', id: campaign, data: { state: 'confirmed' } });
  });

  it('keeps a post on its occasion, and remembers who, when and why', async () => {
    const id = await post();
    expect(await move(id)).toMatchObject({ status: 200, message: expect.stringContaining('改到 12月5日 10:30') });
    const moved = await read(id);
    expect(moved).toMatchObject({ offsetDays: 1, time: '10:30' });
    expect(moved.at ?? null).toBeNull();
    const seen = instantOf(day('12-05'), '10:30').toISOString();
    expect((await move(id, { day: day('12-02'), seen, reason: '再提前' }, 'signer')).status).toBe(200);
    expect((await read(id)).offsetDays).toBe(-2);
    expect(movesDoor.need((await read(id)).moves)).toMatchObject([
      {
        from: instantOf(day('12-04'), '09:00').toISOString(),
        to: seen,
        reason: '当天另有安排',
        by: desk.people.signer?.name,
      },
      { from: seen, reason: '再提前', by: desk.people.signer?.name },
    ]);
  });

  it('gives another instant to a post that has a fixed one', async () => {
    const at = instantOf(day('12-04'), '09:00').toISOString();
    const id = await post({ at });
    expect((await move(id)).status).toBe(200);
    expect(await read(id)).toMatchObject({ at: instantOf(day('12-05'), '10:30').toISOString(), offsetDays: 0 });
  });

  it('warns of a day outside the phases, and does it', async () => {
    const answer = await move(await post(), { day: day('12-20') });
    expect(answer.status).toBe(200);
    expect(((await answer.response.json()) as { warnings: string[] }).warnings).toEqual([
      expect.stringContaining('12月20日不在这个活动的任何一个阶段里'),
    ]);
  });

  it('refuses what is out, what is past, festive posts on a quiet day, and a post that has moved meanwhile', async () => {
    const refused = async (id: string, over: object, message: string) => {
      const before = await read(id);
      expect(await move(id, over)).toMatchObject({ status: 409, message: expect.stringContaining(message) });
      expect(await read(id)).toEqual(before);
    };
    const out = await post();
    await cms.payload.create({
      collection: 'deliveries',
      data: {
        key: `${out}:weibo:r`,
        campaignId: campaign,
        postId: out,
        channel: 'weibo',
        releaseId: 'r',
        state: 'confirmed',
        plannedAt: new Date().toISOString(),
        misfire: 'late',
        misfireWindow: 60,
        attempts: 1,
      } as never,
    });
    await refused(out, {}, '已经在微博发出');
    await refused(await post(), { day: `${year - 2}-12-05` }, '已经过去了');
    expect(quietDays(await loadYear(cms.payload, year)).has(day('12-13'))).toBe(true);
    await refused(await post({ festive: true }), { day: day('12-13') }, '12月13日是静默日');
    await refused(await post(), { seen: instantOf(day('12-03'), '09:00').toISOString() }, '刚刚被改到 12月4日 09:00');
  });

  it('refuses an hour that the platform has no room for', async () => {
    // Weibo takes 30 within an hour.
    for (let i = 0; i < 30; i += 1) await post({ offsetDays: 3, time: `12:${10 + i}` });
    const id = await post();
    expect(await move(id, { day: day('12-07'), time: '12:09' })).toMatchObject({
      status: 409,
      message: expect.stringContaining('平台只收 30 条'),
    });
    expect((await move(id, { day: day('12-07'), time: '14:09' })).status).toBe(200);
  });

  it.each([
    [{ day: '12月5日' }, '日期不对'],
    [{ day: '2026-02-30' }, '日期不对'],
    [{ time: '9点' }, '时刻不对'],
    [{ reason: ' ' }, '请写一句改期的原因'],
    [{ reason: '长'.repeat(101) }, '最多100字'],
    [{ seen: '刚才' }, 'seen 应是'],
    [{ by: '别人' }, '只收四个字段'],
  ])('refuses %j', async (over, message) => {
    expect(await move('any', over)).toMatchObject({ status: 422, message: expect.stringContaining(message) });
  });

  it('knows no post that is not there', async () => {
    expect((await move('nothing')).status).toBe(404);
  });

  it('is not obeyed from another site: a session counts only with our own origin', async () => {
    const id = await post();
    const { email } = await cms.payload.findByID({ collection: 'users', id: desk.people.signer?.id ?? '' });
    const { token } = await cms.payload.login({
      collection: 'users',
      data: { email, password: 'correct horse battery' },
    });
    const send = (origin: string) =>
      desk.raw(`posts/${id}/move`, {
        method: 'POST',
        body: JSON.stringify(order()),
        headers: { 'Content-Type': 'application/json', Origin: origin, Cookie: `payload-token=${token}` },
      });
    expect((await send('https://elsewhere.example')).status).toBe(401);
    expect((await send(cms.payload.config.csrf[0] ?? '')).status).toBe(200);
  });

  it('cannot be faked by writing the history', async () => {
    const id = await post();
    const now = new Date().toISOString();
    await cms.payload.update({
      collection: 'posts',
      id,
      data: { moves: movesDoor.write([{ by: '别人', from: now, to: now, reason: '改期', at: now }]) },
      overrideAccess: false,
      user: desk.asUser('signer'),
    });
    expect(movesDoor.need((await read(id)).moves)).toEqual([]);
  });
});
