import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../access/person.ts';
import { loadMyWork } from '../admin/queries/my-work.ts';
import { person } from '../testing/people.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import type { ReviewAct } from '../story/act.ts';
import { performReview } from '../desk/perform.ts';
import { agreeToWithdrawal } from '../texts/testing/agree-to-withdrawal.ts';
import { withdrawnMeanwhile } from '../release/publication-row.ts';
import { reviewsDoor } from '../story/review-doors.ts';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

const act = (
  storyId: string,
  name: ReviewAct,
  who: Person,
  more: { note?: string; to?: string; hours?: number } = {},
) =>
  performReview(
    {
      payload: cms.payload,
      clock: { now: () => new Date(Date.now() + (more.hours ?? 0) * 3_600_000), sleep: () => Promise.resolve() },
    },
    { storyId, act: name, person: who, note: more.note ?? '', ...(more.to ? { to: more.to } : {}) },
  );
const storyOf = (id: string) => cms.payload.findByID({ collection: 'stories', id, depth: 0 });
const handedIn = async () => {
  const { id } = await draft(cms.payload, desk.author);
  await act(id, 'submit', desk.author);
  return id;
};

describe('a signing taken back', () => {
  const signed = async () => {
    const { id } = await draft(cms.payload, desk.author);
    return { id, releaseId: await release(cms.payload, id, desk) };
  };
  const back = (id: string, who: Person, hours = 0) =>
    act(id, 'withdraw-sign', who, { note: '签发前漏看一处。', hours });

  it('takes the page down, says why, and gives the story back to its author for three new reviews', async () => {
    const { id } = await signed();
    expect(await back(id, desk.signer)).toMatchObject({ ok: true, stage: 'returned' });
    const gone = async () =>
      (await cms.payload.find({ collection: 'publications', where: { story: { equals: id } }, depth: 0 })).docs[0];
    expect(await gone()).toMatchObject({ state: 'withdrawn', reason: withdrawnMeanwhile });
    expect(await agreeToWithdrawal(cms.payload, id, desk.first)).toMatchObject({ status: 200 });
    expect(await gone()).toMatchObject({ state: 'withdrawn', reason: '签发前漏看一处。' });
    await release(cms.payload, id, desk);
    expect(await storyOf(id)).toMatchObject({ stage: 'signed' });
  });

  it("is one's own, in time, and only while no channel has it", async () => {
    const { id, releaseId } = await signed();
    expect(await back(id, await person(cms.payload, 'signer'))).toMatchObject({
      ok: false,
      status: 403,
      message: expect.stringContaining('自己的签发'),
    });
    expect(await back(id, desk.signer, 3)).toMatchObject({
      ok: false,
      status: 409,
      message: expect.stringContaining('超过2小时'),
    });
    const copy = {
      key: `d-${id}`,
      campaignId: 'c',
      postId: 'p',
      channel: 'wechat',
      releaseId,
      state: 'pending',
      plannedAt: new Date().toISOString(),
      misfire: 'late',
      misfireWindow: 60,
      attempts: 0,
    };
    const { id: delivery } = await cms.payload.create({ collection: 'deliveries', data: copy as never, depth: 0 });
    await cms.payload.update({
      collection: 'deliveries',
      id: delivery,
      data: { state: 'claimed', attempts: 1 },
      depth: 0,
    });
    expect(await back(id, desk.signer)).toMatchObject({
      ok: false,
      status: 409,
      message: expect.stringContaining('已经有渠道发出'),
    });
    await cms.payload.update({
      collection: 'deliveries',
      id: delivery,
      data: { state: 'pending', attempts: 0 },
      depth: 0,
    });
    expect(await back(id, desk.signer)).toMatchObject({ ok: true });
  });
});

describe('a review given to somebody by name', () => {
  const titles = async (who: Person, now = new Date()) => {
    const groups = await loadMyWork(cms.payload, { person: who, now, campaigns: [], occasions: [] });
    return groups.flatMap(({ tasks }) => tasks.map(({ detail, id, mine }) => ({ id, mine, detail })));
  };

  it("comes first on that person's list and is logged; the next stage is open again", async () => {
    const other = await person(cms.payload, 'reviewer1');
    const [, wanted] = [await handedIn(), await handedIn()];
    expect(await act(wanted, 'reassign', desk.first, { to: other.id })).toMatchObject({
      ok: true,
      stage: 'first',
      message: `已转交${other.name}初审。`,
    });
    expect((await titles(other))[0]).toMatchObject({
      id: wanted,
      mine: true,
      detail: expect.stringContaining('指定由您审'),
    });
    expect((await storyOf(wanted)).reviews).toMatchObject([
      { act: 'submit' },
      { act: 'reassign', by: desk.first.id, to: other.id, toName: other.name },
    ]);
    await act(wanted, 'approve-first', other);
    expect((await storyOf(wanted)).assignee ?? null).toBeNull();
  });

  it('is done by the substitute while that person is on leave, and says for whom', async () => {
    const [absent, substitute] = [
      await person(cms.payload, 'reviewer1'),
      await person(cms.payload, 'reviewer1', 'reviewer2'),
    ];
    await cms.payload.create({
      collection: 'delegations',
      data: { user: absent.id, delegate: substitute.id, from: '2020-01-01', to: '2099-12-31' } as never,
    });
    const id = await handedIn();
    await act(id, 'reassign', desk.first, { to: absent.id });
    expect((await titles(substitute))[0]).toMatchObject({
      id,
      mine: true,
      detail: expect.stringContaining(`代${absent.name}`),
    });
    await act(id, 'approve-first', substitute);
    expect((await storyOf(id)).reviews).toContainEqual(
      expect.objectContaining({ act: 'approve-first', by: substitute.id, forId: absent.id, forName: absent.name }),
    );
    // The absent one answers for it too: neither may take the next review.
    expect(await act(id, 'approve-second', substitute)).toMatchObject({ ok: false, status: 403 });
    expect(await act(id, 'approve-second', { ...absent, roles: ['reviewer2'] })).toMatchObject({
      ok: false,
      status: 403,
    });
  });

  it("stays the substitute's own once the leave is over", async () => {
    const [absent, substitute] = [await person(cms.payload, 'reviewer1'), await person(cms.payload, 'reviewer1')];
    await cms.payload.create({
      collection: 'delegations',
      data: { user: absent.id, delegate: substitute.id, from: '2020-01-01', to: '2020-01-02' } as never,
    });
    const id = await handedIn();
    await act(id, 'reassign', desk.first, { to: absent.id });
    await act(id, 'approve-first', substitute);
    const last = reviewsDoor.need((await storyOf(id)).reviews).at(-1);
    expect(last).toMatchObject({ by: substitute.id });
    expect(last?.forId).toBeUndefined();
  });
});

describe('a leave', () => {
  it.each([
    ['the same person', 'self', '代办人不能是请假的本人'],
    ['somebody with other duties', 'other', '没有同样的审核职责'],
    ['days the wrong way round', 'days', '结束日期早于开始日期'],
  ])('is refused with %s', async (_, how, sentence) => {
    const [me, same, other] = [
      await person(cms.payload, 'reviewer1'),
      await person(cms.payload, 'reviewer1'),
      await person(cms.payload, 'signer'),
    ];
    const delegate = { self: me, other, days: same }[how];
    const made = cms.payload.create({
      collection: 'delegations',
      data: {
        user: me.id,
        delegate: delegate?.id,
        from: '2026-02-02',
        to: how === 'days' ? '2026-02-01' : '2026-02-03',
      } as never,
    });
    await expect(made).rejects.toThrow(sentence);
  });

  it('entered by somebody who is no administrator is their own, whatever they write', async () => {
    const [me, same, victim] = [
      await person(cms.payload, 'reviewer1'),
      await person(cms.payload, 'reviewer1'),
      await person(cms.payload, 'reviewer1'),
    ];
    const made = await cms.payload.create({
      collection: 'delegations',
      data: { user: victim.id, delegate: same.id, from: '2026-02-02', to: '2026-02-03' } as never,
      overrideAccess: false,
      user: { ...me, collection: 'users' } as never,
      depth: 0,
    });
    expect(made.user).toBe(me.id);
  });
});
