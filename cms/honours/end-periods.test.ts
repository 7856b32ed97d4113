import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addDays, civilDay, instantOf } from '../../campaigns/calendar/civil-day.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { createReleaseSource } from '../store/release-source.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { performReview } from '../desk/perform.ts';
import { endPeriods } from './end-periods.ts';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

const today = civilDay(new Date());
const end = addDays(today, 30);
const at = (now: Date): Clock => ({ now: () => now, sleep: () => Promise.resolve() });
const caseSteps = {
  what: '某店改了报告。',
  rule: { law: '示例法', article: '第一条', text: '不得伪造。' },
  costs: [{ figure: '8000元', label: '罚款' }],
  mend: [{ date: '2026-01-01', text: '改过来' }],
};
const verified = { evidence: '示例处罚决定书', checker: '示例', checkedOn: today };
const proof = {
  names: ['示例商贸有限公司'],
  subject: 'unit',
  record: 'administrative',
  basisDoc: '示例条例',
  basisArticle: '第一条',
  catalogItem: '示例',
  catalogEdition: '示例',
  authority: '示例局',
  recordId: '1',
  recordUrl: 'https://www.creditchina.gov.cn/1',
  fetchedOn: today,
  docNo: '示例1号',
  docDate: addDays(today, -10),
  tier: '一般',
  periodEnd: end,
  piaNo: '1',
  piaBy: '示例',
  piaOn: today,
  objection: '示例局 0839-0000000',
};
const state = async (story: string) =>
  (await cms.payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 })).docs[0]
    ?.state;

it('a named case leaves at 00:00 of the end day, an anonymous one stays; the release tells channels whom it names', async () => {
  const named = await draft(cms.payload, desk.author, {
    title: '一份报告（示例）',
    kind: 'case',
    caseSteps,
    answer: { who: 'organisation', tone: 'negative' },
    disclosure: { proof, ...verified },
  } as never);
  const plain = await draft(cms.payload, desk.author, {
    title: '又一份报告（示例）',
    kind: 'case',
    caseSteps,
    answer: { who: 'nobody', tone: 'negative' },
    disclosure: { ...verified },
  } as never);
  const releaseId = await release(cms.payload, named.id, desk);
  await release(cms.payload, plain.id, desk);
  expect((await createReleaseSource(cms.payload).get(releaseId)).named).toEqual(['示例商贸有限公司']);
  expect(await endPeriods(cms.payload, at(new Date(instantOf(end).getTime() - 1000)))).toBe(0);
  expect(await state(named.id)).toBe('live');
  expect(await endPeriods(cms.payload, at(instantOf(end)))).toBe(1);
  expect(await endPeriods(cms.payload, at(instantOf(end)))).toBe(0);
  expect([await state(named.id), await state(plain.id)]).toEqual(['withdrawn', 'live']);
});

it('asks the database for what is over and for nothing else', async () => {
  const find = vi.spyOn(cms.payload, 'find');
  const stays = await draft(cms.payload, desk.author, { title: '长期在线（示例）' });
  await release(cms.payload, stays.id, desk);
  find.mockClear();
  expect(await endPeriods(cms.payload, at(instantOf(addDays(end, 1))))).toBe(0);
  const read = await Promise.all(find.mock.results.map(({ value }) => value as Promise<{ docs: unknown[] }>));
  expect(read.flatMap(({ docs }) => docs)).toEqual([]);
  find.mockRestore();
  const { client } = cms.payload.db as unknown as {
    client: { execute(sql: string): Promise<{ rows: { detail: string }[] }> };
  };
  const { rows } = await client.execute(
    "EXPLAIN QUERY PLAN SELECT id FROM publications WHERE state = 'live' AND until <= '2026-01-01'",
  );
  expect(rows.map(({ detail }) => detail).join()).toContain('state_until_idx');
});

it('cannot be handed in while a gate is shut, not by anybody', async () => {
  const story = await draft(cms.payload, desk.author, {
    kind: 'case',
    caseSteps,
    answer: { who: 'organisation', tone: 'negative' },
    disclosure: { proof: { ...proof, subject: 'minor' }, ...verified },
  } as never);
  expect(
    await performReview({ payload: cms.payload }, { storyId: story.id, act: 'submit', person: desk.author, note: '' }),
  ).toMatchObject({ ok: false, status: 422, message: expect.stringContaining('没有例外') });
});

it('an urgent correction cannot put a name where pushes show it', async () => {
  const story = await draft(cms.payload, desk.author, {
    title: '第三份报告（示例）',
    kind: 'case',
    caseSteps,
    answer: { who: 'organisation', tone: 'negative' },
    disclosure: { proof, ...verified },
  } as never);
  await release(cms.payload, story.id, desk);
  const correct = (right: string) =>
    performReview(
      { payload: cms.payload },
      {
        storyId: story.id,
        act: 'correct-urgent',
        person: desk.first,
        note: '写错了。',
        passage: { wrong: '第三份', right },
      },
    );
  expect(await correct('示例商贸有限公司的')).toMatchObject({
    ok: false,
    status: 422,
    message: expect.stringContaining('标题里有当事人名称'),
  });
  expect(await correct('第四份')).toMatchObject({ ok: true });
});
