import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleNames, type Role } from '../access/roles.ts';
import type { Person } from '../access/person.ts';
import { person } from '../testing/people.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { draft, newsroom, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import type { ReviewAct } from '../story/act.ts';
import { endText } from '../release/showing.ts';
import { performReview } from '../desk/perform.ts';

let cms: TestCms;
let room: SignedIn;
let others: Desk;
let colleague: Person;
beforeAll(async () => {
  cms = await testCms();
  room = await signedIn(cms, [...roleNames]);
  others = await newsroom(cms.payload);
  colleague = await person(cms.payload, 'reviewer1');
});
afterAll(() => cms.close());

const passage = { wrong: '两步', right: '三步', note: '漏写一步。' };
/** A minute by China’s clock, days ahead. */
const minuteIn = (days: number) => endText(new Date(Date.now() + days * 86_400_000));
/** Each act where it belongs: how far the story has come, what is sent, who may, and what the story then is. */
const acts: { act: ReviewAct; after: number; timed?: true; body: () => object; may: Role[]; next: string }[] = [
  { act: 'submit', after: 0, body: () => ({}), may: ['author'], next: 'first' },
  { act: 'approve-first', after: 1, body: () => ({}), may: ['reviewer1'], next: 'second' },
  { act: 'clear-secrecy', after: 1, body: () => ({ note: '没有涉密内容。' }), may: ['secrecy'], next: 'first' },
  { act: 'reassign', after: 1, body: () => ({ to: colleague.id }), may: ['reviewer1', 'signer'], next: 'first' },
  { act: 'return', after: 1, body: () => ({ note: '缺来源。' }), may: ['reviewer1', 'secrecy'], next: 'returned' },
  { act: 'approve-second', after: 2, body: () => ({}), may: ['reviewer2'], next: 'final' },
  { act: 'sign', after: 4, body: () => ({}), may: ['signer'], next: 'signed' },
  {
    act: 'reschedule',
    after: 5,
    timed: true,
    body: () => ({ note: '等发布会。', showFrom: minuteIn(3) }),
    may: ['signer'],
    next: 'signed',
  },
  { act: 'withdraw-sign', after: 5, body: () => ({ note: '漏看一处。' }), may: ['signer'], next: 'returned' },
  {
    act: 'correct-urgent',
    after: 5,
    body: () => passage,
    may: ['reviewer1', 'reviewer2', 'signer', 'secrecy'],
    next: 'signed',
  },
  { act: 'withdraw', after: 5, body: () => ({ note: '规定已经修订。' }), may: ['signer'], next: 'draft' },
];

/** A story by the signed-in author, reviewed so far by people who are not asked here; signed by the signed-in signer. */
async function storyAfter(steps: number, timed = false): Promise<string> {
  const { author, signer } = room.people;
  if (!author || !signer) throw new Error('nobody');
  const { id } = await draft(cms.payload, author);
  const way = [
    ['submit', author],
    ['approve-first', others.first],
    ['clear-secrecy', others.second],
    ['approve-second', others.second],
    ['sign', signer],
  ] as const;
  for (const [act, who] of way.slice(0, steps)) {
    const done = await performReview(
      { payload: cms.payload },
      {
        storyId: id,
        act,
        person: who,
        note: '',
        ...(timed && act === 'sign' ? { showing: { from: new Date(Date.now() + 86_400_000), until: null } } : {}),
      },
    );
    if (!done.ok) throw new Error(done.message);
  }
  return id;
}
const stageOf = async (id: string) => (await cms.payload.findByID({ collection: 'stories', id, depth: 0 })).stage;

describe.each(acts)('POST …/review/$act', ({ act, after, body, may, next, timed }) => {
  it('refuses strangers and everybody without the role, and changes nothing', async () => {
    const id = await storyAfter(after, timed);
    const before = await stageOf(id);
    const path = `stories/${id}/review/${act}`;
    expect(await room.post(null, path, body())).toMatchObject({ status: 401, message: '请先登录后台。' });
    for (const role of roleNames.filter((name) => !may.includes(name))) {
      const answer = await room.post(role, path, body());
      expect({ role, status: answer.status }).toEqual({ role, status: 403 });
      expect(answer.message).toMatch(/^[^。]+。$/);
    }
    expect(await stageOf(id)).toBe(before);
  });

  it.each(may)('lets %s', async (role) => {
    const id = await storyAfter(after, timed);
    expect(await room.post(role, `stories/${id}/review/${act}`, body())).toMatchObject({ status: 200 });
    expect(await stageOf(id)).toBe(next);
  });
});

it.each([
  ['reassign', {}, '请选转交给谁'],
  ['reassign', { to: 5 }, '请选转交给谁'],
  ['reassign', { to: 'x', role: 'signer' }, '只收 to'],
  ['correct-urgent', { wrong: '两步' }, '请写改为'],
  ['correct-urgent', { ...passage, right: '两步' }, '没有更正什么'],
  ['correct-urgent', { ...passage, by: '我' }, '只收 wrong'],
  ['approve-first', { force: true }, '只收一个字段 note'],
  ['sign', { force: true }, '只收 note'],
  ['sign', { showFrom: '明天' }, '定时上线请写成'],
  ['sign', { showFrom: '2027-02-30T09:00' }, '定时上线请写成'],
  ['sign', { showUntil: '2027-03-15T24:00' }, '定时下线请写成'],
  ['reschedule', { note: '改', showFrom: 5 }, '定时上线请写成'],
])('%s with %j is refused in a sentence', async (act, body, sentence) => {
  const id = await storyAfter(1);
  expect(await room.post('signer', `stories/${id}/review/${act}`, body)).toMatchObject({
    status: 422,
    message: expect.stringContaining(sentence),
  });
});
