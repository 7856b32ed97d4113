import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { createStanding } from '../store/standing.ts';
import { readStory } from '../read/payload/story.ts';
import { deskSettings } from '../review/desk-settings.ts';
import { performReview } from '../desk/perform.ts';
import { asUser, person } from '../testing/people.ts';
import { draft, newsroom, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let room: Desk;
beforeAll(async () => {
  cms = await testCms();
  room = await newsroom(cms.payload);
});
afterAll(() => cms.close());

const set = async (data: object, role: 'admin' | 'signer') =>
  cms.payload.updateGlobal({
    slug: 'desk',
    data: data as never,
    overrideAccess: false,
    user: asUser(await person(cms.payload, role)),
  });

it("two people suffice only by an administrator's choice and with the document that allows it", async () => {
  await expect(set({ smallOffice: true, smallOfficeBasis: '示例发〔2026〕1号' }, 'signer')).rejects.toThrow();
  for (const smallOfficeBasis of [undefined, null, '', '  \n', '\u3000', '\u200B\u200B', '\u202E', '\u3164'])
    await expect(set({ smallOffice: true, smallOfficeBasis }, 'admin')).rejects.toThrow('启用两人审签要写明依据');
  expect((await deskSettings(cms.payload)).smallOffice).toBe(false);
});

it('what is not chosen follows the data file; what is, counts', async () => {
  expect(await deskSettings(cms.payload)).toMatchObject({ hours: { first: 7 }, urgentHours: 72 });
  await set({ hoursFirst: 3 }, 'admin');
  expect((await deskSettings(cms.payload)).hours).toMatchObject({ first: 3, second: 7 });
});

it('a story that two people reviewed says so on its release and under its signature', async () => {
  const both = await person(cms.payload, 'reviewer1', 'reviewer2', 'secrecy');
  const { id } = await draft(cms.payload, room.author);
  const act = (name: 'submit' | 'approve-first' | 'clear-secrecy' | 'approve-second' | 'sign', who: typeof both) =>
    performReview({ payload: cms.payload }, { storyId: id, act: name, person: who, note: '' });
  await act('submit', room.author);
  await act('approve-first', both);
  await act('clear-secrecy', both);
  expect(await act('approve-second', both)).toMatchObject({ ok: false, status: 403 });
  await set({ smallOffice: true, smallOfficeBasis: '示例发〔2026〕1号' }, 'admin');
  expect(await act('approve-second', both)).toMatchObject({ ok: true, stage: 'final' });
  expect(await act('sign', { ...both, roles: [...both.roles, 'signer'] })).toMatchObject({ ok: false, status: 403 });
  const signed = await act('sign', room.signer);
  if (!signed.ok || !signed.releaseId) throw new Error(signed.message);
  expect(await cms.payload.findByID({ collection: 'releases', id: signed.releaseId, depth: 0 })).toMatchObject({
    reviewMode: 'two',
  });
  const { docs } = await cms.payload.find({ collection: 'publications', where: { story: { equals: id } }, depth: 0 });
  expect(
    await readStory(
      { payload: cms.payload, standing: createStanding(cms.payload, systemClock) },
      docs[0]?.serial ?? 0,
      '编辑部',
    ),
  ).toMatchObject({ reviewNote: expect.stringContaining('本单位实行两人审签') });
});
