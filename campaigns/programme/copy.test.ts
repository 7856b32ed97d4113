import { expect, test } from 'vitest';
import { copyToNextYear } from './copy.ts';
import { loadProgrammeRules } from './load-rules.ts';
import { occasionOf, sampleCampaign, samplePost } from './testing/sample.ts';

const rules = await loadProgrammeRules(process.cwd());
const from = await occasionOf('quality-month', 2026);
const to = await occasionOf('quality-month', 2027);

test('next year has its own year, ordinal and addresses; the citation stays', () => {
  const { campaign } = copyToNextYear({ campaign: sampleCampaign(), posts: [], from, to, rules });
  expect(campaign).toMatchObject({
    year: 2027,
    slug: 'quality-month',
    title: '第50个质量月：三处对得上',
    theme: '2027年看得见的质量',
    basis: '示例办发〔2026〕1号、2026年工作要点',
  });
  expect(campaign.actions).toEqual([{ label: '怎么看', path: '/year/2027/quality-month/' }]);
});

test('what belonged to one year is emptied, what is planned stays', () => {
  const { campaign } = copyToNextYear({ campaign: sampleCampaign(), posts: [], from, to, rules });
  expect(campaign).toMatchObject({
    state: 'draft',
    docNo: null,
    confirmedOn: null,
    outcome: null,
    materialCount: null,
    materialGoal: 100,
    leadUnit: '示例局',
    goals: [{ channel: 'wechat', posts: 3 }],
  });
  expect(campaign.tasks).toEqual([
    {
      name: '方案报批',
      unit: '示例局',
      owner: '甲（示例）',
      offsetDays: -30,
      doneOn: null,
      doneBy: null,
      evidence: null,
      evidenceUrl: null,
      evidenceFile: null,
    },
  ]);
});

test('a campaign of before there were tasks starts from the templates, for its lead unit', () => {
  const { campaign } = copyToNextYear({ campaign: sampleCampaign({ tasks: [] }), posts: [], from, to, rules });
  expect(campaign.tasks[0]).toMatchObject({ name: '活动方案报批', offsetDays: -30, unit: '示例局' });
  expect(campaign.tasks.map(({ name }) => name)).toEqual(rules.tasks.span.map(({ name }) => name));
});

test('posts keep label, channels, offset and misfire policy, and wait for a story', () => {
  const { posts } = copyToNextYear({ campaign: sampleCampaign(), posts: [samplePost()], from, to, rules });
  expect(posts).toEqual([{ ...samplePost(), storyId: null }]);
});

test('a post at a fixed instant keeps its distance from the occasion, by the clock in China', () => {
  const post = samplePost({ anchor: 'end', offsetDays: 0, time: '09:00', at: '2026-09-04T17:05:00.000Z' });
  const { posts } = copyToNextYear({ campaign: sampleCampaign(), posts: [post], from, to, rules });
  expect(posts[0]).toMatchObject({ anchor: 'start', offsetDays: 4, time: '01:05', at: null });
});
