import { loadOccasions } from '../../calendar/load-occasions.ts';
import { occasionDays, type OccasionDay } from '../../calendar/occasion-days.ts';
import type { Campaign, CampaignPost } from '../campaign.ts';
import { openTask } from '../task.ts';

/** A plainly fictional campaign around 质量月 2026. */
export const sampleCampaign = (more: Partial<Campaign> = {}): Campaign => ({
  slug: 'quality-month',
  year: 2026,
  occasion: 'quality-month',
  title: '第49个质量月：三处对得上',
  theme: '2026年看得见的质量',
  standfirst: '名称、批号、日期。',
  purpose: null,
  basis: '示例办发〔2026〕1号、2026年工作要点',
  remarks: '附一页（示例）',
  outcome: '办了三场（示例）',
  leadUnit: '示例局',
  units: ['示例一局', '示例二局'],
  good: ['对合格证'],
  avoid: [],
  actions: [{ label: '怎么看', path: '/year/2026/quality-month/' }],
  phases: [{ name: '看标签', hint: null, startOffset: 0, endOffset: 9 }],
  tasks: [
    {
      ...openTask({ name: '方案报批', offsetDays: -30, unit: '示例局', owner: '甲（示例）' }),
      doneOn: '2026-07-31',
      doneBy: '乙（示例）',
      evidence: '已批（示例）',
      evidenceUrl: 'https://example.com/a',
      evidenceFile: 'm1',
    },
  ],
  goals: [{ channel: 'wechat', posts: 3 }],
  materialGoal: 100,
  materialCount: 120,
  state: 'confirmed',
  docNo: '示例〔2026〕0号',
  confirmedOn: '2026-08-01',
  ...more,
});

export const samplePost = (more: Partial<CampaignPost> = {}): CampaignPost => ({
  slug: 'day',
  label: '当天',
  storyId: 's1',
  channels: ['wechat', 'press'],
  anchor: 'start',
  offsetDays: -3,
  time: '09:30',
  at: null,
  misfire: 'ask',
  misfireWindow: 240,
  festive: true,
  ...more,
});

export async function occasionOf(slug: string, year: number): Promise<OccasionDay> {
  const day = occasionDays(await loadOccasions(process.cwd()), year, []).find((d) => d.slug === slug);
  if (!day) throw new Error(`${slug} ${year}`);
  return day;
}
