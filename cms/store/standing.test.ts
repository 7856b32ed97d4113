import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, civilDay, instantOf } from '../../campaigns/calendar/civil-day.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { createReader } from '../read/payload-reader.ts';
import { idOf } from '../database/id-of.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { createReleaseSource } from './release-source.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

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

it('readers hide a named case from 00:00 of its last day by themselves, also in a row from before ends were kept', async () => {
  const story = await draft(cms.payload, desk.author, {
    title: '一份旧行里的报告（示例）',
    kind: 'case',
    caseSteps,
    answer: { who: 'organisation', tone: 'negative' },
    disclosure: { proof, ...verified },
  } as never);
  await release(cms.payload, story.id, desk);
  const {
    docs: [row],
  } = await cms.payload.find({ collection: 'publications', where: { story: { equals: story.id } }, depth: 0 });
  for (const until of [end, null]) {
    await cms.payload.update({ collection: 'publications', id: row!.id, data: { until } });
    const seen = async (now: Date) => {
      const reader = createReader({ payload: cms.payload, clock: at(now), demo: true, siteUrl: 'https://cx.example' });
      return [
        (await reader.story(row!.serial))?.state,
        (await reader.stories({ search: '旧行里的报告' })).total,
        await createReleaseSource(cms.payload, at(now)).isLive(idOf(row!.release) ?? ''),
      ];
    };
    expect([until, await seen(new Date(instantOf(end).getTime() - 1000))]).toEqual([until, ['live', 1, true]]);
    expect([until, await seen(instantOf(end))]).toEqual([until, ['withdrawn', 0, false]]);
  }
});
