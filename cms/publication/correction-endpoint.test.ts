import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { draft, newsroom, release } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
let story: string;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['signer', 'author']);
  const room = await newsroom(cms.payload);
  story = (await draft(cms.payload, room.author)).id;
  await release(cms.payload, story, room);
});
afterAll(() => cms.close());

const correct = (who: string | null, body: unknown) => desk.post(who, `stories/${story}/correction`, body);

it('takes a correction from a signer alone, whose words wait for somebody else', async () => {
  const said = { wrong: '两步', right: '三步', note: '漏写一步。' };
  expect(await correct(null, said)).toMatchObject({ status: 401 });
  expect(await correct('author', said)).toMatchObject({ status: 403, message: expect.stringContaining('终审人') });
  expect(await correct('signer', said)).toMatchObject({ status: 200, message: expect.stringContaining('已登记更正') });
  const { docs } = await cms.payload.find({ collection: 'corrections', depth: 0 });
  expect(docs).toMatchObject([
    {
      story,
      wrong: '两步',
      right: '三步',
      note: '漏写一步。',
      by: desk.people.signer?.name,
      writers: [{ id: desk.people.signer?.id }],
    },
  ]);
});

it.each([
  [{ right: '三步' }, '请写原文'],
  [{ wrong: '两步' }, '请写改为'],
  [{ wrong: '两步', right: '两步' }, '没有更正什么'],
  [{ wrong: '字'.repeat(201), right: '三步' }, '最多200字'],
  [{ wrong: '两步', right: '三步', by: '我' }, '只收'],
  ['不是 JSON', '只收'],
])('refuses %j in one sentence', async (body, sentence) => {
  expect(await correct('signer', body)).toMatchObject({ status: 422, message: expect.stringContaining(sentence) });
});
