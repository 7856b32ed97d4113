import { afterAll, beforeAll, expect, it } from 'vitest';
import { performReview } from '../../desk/perform.ts';
import { draft, newsroom, release } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { sampleId } from '../testing/sample-id.ts';
import { saidNumber } from './said-number.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await testCms();
});
afterAll(() => cms.close());

it('names what is said, never the number', () => {
  expect(saidNumber({ 意见: '很好。', 说明: undefined })).toBeNull();
  expect(saidNumber({ 意见: '很好。', 说明: `证件 ${sampleId()}` })).toBe(
    '说明里有完整的身份证件号码，没有记下：请换一种说法，不要写出号码。',
  );
});

it('a public reason does not repeat what it takes back', async () => {
  const { payload } = cms;
  const desk = await newsroom(payload);
  const story = await draft(payload, desk.author);
  await release(payload, story.id, desk);
  const withdraw = (note: string) =>
    performReview({ payload }, { storyId: story.id, act: 'withdraw', person: desk.signer, note });
  expect(await withdraw(`误登了 ${sampleId()}。`)).toMatchObject({ ok: false, status: 422 });
  expect((await payload.count({ collection: 'withdrawals' })).totalDocs).toBe(0);
  expect(await withdraw('误登了个人信息。')).toMatchObject({ ok: true });
});
