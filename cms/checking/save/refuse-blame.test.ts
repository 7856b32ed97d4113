import { afterAll, beforeAll, expect, it } from 'vitest';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { deskLexicons } from '../lexicons/desk-lexicons.ts';
import { checkPages } from '../nightly/check-pages.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await testCms();
});
afterAll(() => cms.close());

const blamed = '示例镇王建国拖欠货款八万元';
const batch = (more: object) => cms.payload.create({ collection: 'batches', data: { name: `第${Math.random().toString().slice(2, 8)}批`, ...more } as never });
const told = (work: Promise<unknown>) => work.then(() => '', (error: { data?: { errors?: { path: string; message: string }[] } }) => error.data?.errors?.map(({ message, path }) => `${path}：${message}`).join('') ?? String(error));

it('a batch of honours meets the question, in its words and in its form', async () => {
  expect(await told(batch({ awardingBody: blamed }))).toMatch(/^awardingBody：.*不能指名批评/);
  expect(await told(batch({ answer: { who: 'person', tone: 'negative' } }))).toMatch(/^answer\.tone：.*不能指名批评/);
  expect(await batch({ awardingBody: '市诚信办（示例）', answer: { who: 'both', tone: 'praise' } })).toMatchObject({ answer: { who: 'both', tone: 'praise' } });
});

it('at night batches and lists are read again, with the words of that night', async () => {
  const { id } = await batch({ awardingBody: '市诚信办（示例）' });
  const lexicons = async () => ({ lexicons: await deskLexicons(cms.payload), secret: 's' });
  expect(await checkPages(cms.payload, await lexicons())).toEqual([]);
  await cms.payload.db.updateOne({ collection: 'batches', id, data: { awardingBody: blamed } as never, returning: false });
  await cms.payload.create({ collection: 'lexicons', data: { slug: 'tonight', title: '改名', group: 'wording', edition: '2026-06-02', owner: '编辑部', source: '自编', confidence: 1, active: true, entries: [{ wrong: '拖欠农民工工资失信联合惩戒对象', right: '新称', why: '改名', level: 'block' }] } as never });
  const found = await checkPages(cms.payload, await lexicons());
  expect(found.find(({ subject }) => subject.kind === 'page')).toMatchObject({ rule: 'question/disagrees', level: 'block', subject: { kind: 'page', collection: 'batches', id } });
  expect(found.find(({ subject }) => subject.kind === 'file')).toMatchObject({ rule: 'wording/tonight', subject: { file: 'content/lists/wage-arrears.yaml', title: '名单“拖欠农民工工资失信联合惩戒对象”' } });
});
