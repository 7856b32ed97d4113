import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { draft } from '../testing/story.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { approvals, table, type Guarded } from './table.ts';

let cms: TestCms;
let desk: SignedIn;
let story: string;
let campaign: string;
let other: string;
let post: string;
let count = 0;

beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'signer', 'admin']);
  story = (await draft(cms.payload, desk.people.author!)).id;
});
afterAll(() => cms.close());

const aCampaign = async (state: 'draft' | 'confirmed') =>
  (
    await cms.payload.create({
      collection: 'campaigns',
      depth: 0,
      data: {
        slug: `c${(count += 1)}`,
        year: 2026,
        title: '诚信活动',
        theme: '主题',
        standfirst: '一句话',
        occasion: 'credit-record-day',
        phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
        good: ['守信'],
        tasks: [{ name: '印材料', offsetDays: -10 }],
        state,
      } as never,
    })
  ).id;
const postOf = (of: string) => ({
  campaign: of,
  story,
  label: '当天',
  slug: `p${(count += 1)}`,
  channels: ['weibo'],
  anchor: 'start',
  offsetDays: 0,
  time: '09:00',
  misfire: 'late',
  misfireWindow: 60,
});
beforeEach(async () => {
  campaign = await aCampaign('confirmed');
  other = await aCampaign('draft');
  post = (await cms.payload.create({ collection: 'posts', data: postOf(campaign) as never, depth: 0 })).id;
});

const send = async (who: string, method: string, path: string, body?: object) => {
  const { response, status } = await desk.send(who, path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status, text: await response.text() };
};
const stands = async () =>
  JSON.stringify(
    await cms.payload.find({
      collection: 'posts',
      where: { campaign: { equals: campaign } },
      depth: 0,
      select: { updatedAt: false },
    }),
  );

describe.each(['author', 'admin'])('what a signer has confirmed is not changed by %s', (who) => {
  it.each<[string, string, () => string, (() => object) | null]>([
    ['a post more', 'POST', () => 'posts', () => postOf(campaign)],
    ['another channel', 'PATCH', () => `posts/${post}`, () => ({ channels: ['wechat'] })],
    ['another story', 'PATCH', () => `posts/${post}`, () => ({ story: null })],
    ['out of the campaign', 'PATCH', () => `posts/${post}`, () => ({ campaign: other })],
    ['a post less', 'DELETE', () => `posts/${post}`, null],
    ['one by a condition', 'DELETE', () => `posts?where[id][equals]=${post}`, null],
    [
      'by the calendar',
      'POST',
      () => `posts/${post}/move`,
      () => ({ day: '2026-06-15', time: '10:00', reason: '换一天', seen: new Date().toISOString() }),
    ],
  ])('%s', async (_, method, path, body) => {
    const before = await stands();
    const { status, text } = await send(who, method, path(), body?.());
    expect([status, text]).toEqual([
      403,
      expect.stringContaining('活动“诚信活动”已经由终审人确认，排期要由终审人来改'),
    ]);
    expect(await stands()).toBe(before);
  });

  it('nor all at once', async () => {
    for (const method of ['PATCH', 'DELETE'])
      expect(await send(who, method, 'posts?where[id][exists]=true', { channels: ['wechat'] })).toMatchObject({
        status: 405,
        text: expect.stringContaining('一条一条'),
      });
    expect(
      (await cms.payload.count({ collection: 'posts', where: { campaign: { equals: campaign } } })).totalDocs,
    ).toBe(1);
  });

  it('a post prepared in a draft does not move into it', async () => {
    const mine = await cms.payload.create({
      collection: 'posts',
      data: postOf(other) as never,
      depth: 0,
      overrideAccess: false,
      user: desk.asUser(who),
    });
    expect(await send(who, 'PATCH', `posts/${mine.id}`, { campaign })).toMatchObject({ status: 403 });
    expect(await send(who, 'PATCH', `posts/${mine.id}`, { channels: ['wechat'] })).toMatchObject({ status: 200 });
    expect(await send(who, 'DELETE', `posts/${mine.id}`)).toMatchObject({ status: 200 });
  });

  it.each<[string, object]>([
    ['its theme', { theme: '别的主题' }],
    ['its phases', { phases: [{ name: '前后', startOffset: -3, endOffset: 3 }] }],
    ['its own words', { good: ['守信', '还款'] }],
    ['its tasks', { tasks: [{ name: '另一项', offsetDays: -10 }] }],
    [
      'another task',
      {
        tasks: [
          { name: '印材料', offsetDays: -10 },
          { name: '再一项', offsetDays: -3 },
        ],
      },
    ],
    ['its day', { year: 2027 }],
    ['its document number', { docNo: '假1号' }],
  ])('%s', async (_, data) => {
    const { status, text } = await send(who, 'PATCH', `campaigns/${campaign}`, data);
    expect([status, text]).toEqual([403, expect.stringContaining('方案要由终审人来改')]);
    const changed = await send('signer', 'PATCH', `campaigns/${campaign}`, data);
    expect(changed.status).toBe(200);
  });

  it('while what was done is written down by whoever did it', async () => {
    const { tasks } = await cms.payload.findByID({ collection: 'campaigns', id: campaign, depth: 0 });
    const done = {
      outcome: '发放三百份。',
      materialCount: 300,
      tasks: [{ ...tasks?.[0], doneOn: '2026-06-10', doneBy: '示例', evidence: '印了三百份。' }],
    };
    expect(await send(who, 'PATCH', `campaigns/${campaign}`, done)).toMatchObject({ status: 200 });
  });

  it('and nobody else deletes it, or brings in tasks', async () => {
    expect((await send(who, 'DELETE', `campaigns/${campaign}`)).status).toBe(403);
    expect((await send(who, 'POST', `campaigns/${campaign}/tasks`)).status).toBe(403);
    expect(
      (await cms.payload.count({ collection: 'posts', where: { campaign: { equals: campaign } } })).totalDocs,
    ).toBe(1);
  });
});

it('a signer does all of it', async () => {
  expect((await send('signer', 'POST', 'posts', postOf(campaign))).status).toBe(201);
  expect((await send('signer', 'PATCH', `posts/${post}`, { channels: ['wechat'] })).status).toBe(200);
  expect((await send('signer', 'DELETE', `posts/${post}`)).status).toBe(200);
  await send('signer', 'PATCH', `campaigns/${campaign}`, { state: 'draft' });
  expect((await send('author', 'POST', 'posts', postOf(campaign))).status).toBe(201);
});

it('every collection that hangs on one with an approval is in the table of approvals', () => {
  const approved = new Set(Object.values(approvals).map((approval) => approval.in));
  const hanging = Object.values(cms.payload.collections).flatMap(({ config }) =>
    config.flattenedFields.flatMap((field) =>
      field.type === 'relationship' && [field.relationTo].flat().some((slug) => approved.has(slug as Guarded))
        ? [config.slug as Guarded]
        : [],
    ),
  );
  // Rows that nobody but the system writes follow what was approved; they cannot lead it.
  const written = hanging.filter(
    (slug) =>
      !slug.startsWith('payload-') &&
      Object.values(table[slug]).some((rights) => 'create' in rights || 'update' in rights || 'delete' in rights),
  );
  expect(written.filter((slug) => !(slug in approvals))).toEqual([]);
  expect(written).toContain('posts');
});
