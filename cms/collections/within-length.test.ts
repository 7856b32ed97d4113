import { afterAll, beforeAll, expect, it } from 'vitest';
import { block, textNode } from '../rich-text/make.ts';
import { aColumn, newsroom, release } from '../testing/story.ts';
import { publishStory } from '../publication/publish.ts';
import { createReader } from '../read/payload-reader.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { within } from '../../.config/patience.ts';

let cms: TestCms;
let desk: SignedIn;
let column: string;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author']);
  column = await aColumn(cms.payload);
});
afterAll(() => cms.close());

const story = (more: object) => ({
  title: '长文（示例）',
  kind: 'knowledge',
  column,
  summary: '摘要。',
  source: '来源（示例）',
  authorName: '示例',
  answer: { who: 'nobody', tone: 'neutral' },
  ...more,
});
const text = (length: number) => ({
  root: block(
    'root',
    Array.from({ length: length / 100 }, () => block('paragraph', [textNode('信用是本分。'.repeat(17).slice(0, 100))])),
  ),
});
const made = async (data: object) => {
  const { response, status } = await desk.post('author', 'stories', data);
  return {
    status,
    body: (await response.json()) as {
      doc?: { id: string };
      errors?: { message: string; data?: { errors: { path: string }[] } }[];
    },
  };
};

it(
  'a story of 60,000 characters is saved, signed and shown',
  async () => {
    const { body, status } = await made(story({ body: text(60_000) }));
    expect([status, body.errors]).toEqual([201, undefined]);
    const room = await newsroom(cms.payload);
    await release(cms.payload, body.doc?.id ?? '', { ...room, author: desk.people.author! });
    const serial = await publishStory(cms.payload, body.doc?.id ?? '');
    const reader = createReader({ payload: cms.payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
    expect(await reader.story(serial ?? 0)).toMatchObject({ state: 'live' });
  },
  within(60_000),
);

it('one that is too long says so at the text, with how long it is and how long it may be', async () => {
  const { body, status } = await made(story({ body: text(100_100) }));
  expect([status, body.errors?.[0]?.message]).toEqual([
    400,
    '正文有100100字，最多100000字，没有保存：请分成几篇，或者把附件另放，其他内容都还在。',
  ]);
  expect(body.errors?.[0]?.data?.errors.map(({ path }) => path)).toEqual(['body']);
});

it('so does every other field, at any depth', async () => {
  const { body } = await made(
    story({
      summary: '长'.repeat(55),
      roleModel: { name: '长'.repeat(10) },
      caseSteps: { costs: [{ figure: '1', label: '长'.repeat(17) }] },
    }),
  );
  expect(body.errors?.[0]?.message).toContain('摘要有55字，最多54字');
  expect(body.errors?.[0]?.message).toContain('诚信典型资料·姓名或单位有10字，最多9字');
  expect(body.errors?.[0]?.message).toContain('代价第1条·说明有17字，最多16字');
});
