import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../access/person.ts';
import { performReview } from '../../desk/perform.ts';
import { person } from '../../testing/people.ts';
import { draft, newsroom, release, type Desk } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { loadMyWork } from './my-work.ts';

let cms: TestCms;
let desk: Desk;
let storyId: string;
const correct = (who: Person) =>
  performReview(
    { payload: cms.payload },
    { storyId, act: 'correct-urgent', person: who, note: '漏写一步。', passage: { wrong: '两步', right: '三步' } },
  );
const work = async (who: Person, hours = 0) =>
  loadMyWork(cms.payload, { person: who, now: new Date(Date.now() + hours * 3_600_000), campaigns: [], occasions: [] });
const urgent = async (who: Person, hours = 0) =>
  (await work(who, hours)).find(({ name }) => name === '紧急更正')?.tasks ?? [];

beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
  storyId = (await draft(cms.payload, desk.author, { title: '漏了一步（示例）' })).id;
  await release(cms.payload, storyId, desk);
});
afterAll(() => cms.close());

it('nobody has proposed anything: nobody is asked', async () => {
  for (const who of Object.values(desk)) expect(await urgent(who)).toEqual([]);
});

it('goes to whoever may confirm, with the very words and who proposed them; not to who proposed, nor to those who only look', async () => {
  expect(await correct(desk.second)).toMatchObject({ ok: true });
  const [task, ...rest] = await urgent(desk.signer);
  expect(rest).toEqual([]);
  expect(task).toMatchObject({
    title: '漏了一步（示例）',
    button: '核对',
    href: `/admin/collections/stories/${storyId}`,
    detail: `${desk.second.name}提出：“两步”改为“三步”，等另一人确认`,
  });
  expect((await work(desk.signer))[0]?.name).toBe('紧急更正');
  for (const who of [desk.second, desk.author, await person(cms.payload, 'auditor')])
    expect(await urgent(who)).toEqual([]);
});

it('is over with its term', async () => {
  expect(await urgent(desk.signer, 24 * 365)).toEqual([]);
});

it('is over once somebody has confirmed it', async () => {
  expect(await correct(desk.signer)).toMatchObject({ ok: true, stage: 'first' });
  expect(await urgent(desk.signer)).toEqual([]);
});
