import type { Programme } from '../programme.ts';
import { heading, officialDocx, prose, ruledTable, section, signature, underHeading } from './official.ts';
import { comparisons, summary } from './report-tables.ts';
import { dayIn, doneWords, evidenceWords, fullDay, resultWords, shareWords, timeIn } from './wording.ts';

/** 活动总结: what became of every push and task, and last year beside it. Counts of our own work only (R61). */
export function reportDocx(programme: Programme): Promise<Uint8Array> {
  const { campaign, ended, today } = programme;
  const parts = [
    overview(programme),
    channels(programme),
    pushes(programme),
    duties(programme),
    lastYear(programme),
    outcome(programme),
    how(),
  ];
  return officialDocx(`“${campaign.title}”宣传活动总结`, [
    heading(`${campaign.year}年“${campaign.title}”\n宣传活动总结`),
    ...(ended ? [] : [underHeading(`（活动尚未结束，数字截至${fullDay(today)}）`)]),
    ...parts
      .filter(({ content }) => content.length > 0)
      .flatMap(({ name, content }, i) => [section(i, name), ...content]),
    ...signature(campaign.leadUnit ?? programme.host, fullDay(today)),
  ]);
}

const overview = (programme: Programme) => ({ name: '概况', content: prose(summary(programme)) });

const channels = ({ lines }: Programme) => ({
  name: '各渠道情况',
  content:
    lines.length === 0
      ? prose('没有排过推送。')
      : [
          ruledTable(
            [
              { name: '渠道', share: 24 },
              ...['目标', '计划', '发出', '按时', '撤回', '失败'].map((name) => ({
                name,
                share: 10,
                align: 'center' as const,
              })),
              { name: '按时率', share: 16, align: 'center' },
            ],
            lines.map(({ counts, goal, name }) => [
              name,
              goal === null ? '—' : String(goal),
              ...[counts.planned, counts.out, counts.onTime, counts.withdrawn, counts.failed].map(String),
              shareWords(counts),
            ]),
          ),
        ],
});

const pushes = ({ campaign, lines, outcomes }: Programme) => {
  const names = new Map(lines.map(({ channel, name }) => [channel, name]));
  return {
    name: '推送明细',
    content:
      outcomes.length === 0
        ? []
        : [
            ruledTable(
              [
                { name: '计划时间', share: 18, align: 'center' },
                { name: '实际时间', share: 18, align: 'center' },
                { name: '稿件', share: 32 },
                { name: '渠道', share: 16 },
                { name: '结果', share: 16, align: 'center' },
              ],
              outcomes.map((push) => [
                timeIn(push.plannedAt, campaign.year),
                push.sentAt ? timeIn(push.sentAt, campaign.year) : '—',
                push.title ?? `${push.label}（待定稿）`,
                names.get(push.channel) ?? push.channel,
                resultWords[push.result],
              ]),
            ),
          ],
  };
};

const duties = ({ campaign, pictures, tasks }: Programme) => ({
  name: '任务办理',
  content:
    tasks.length === 0
      ? []
      : [
          ruledTable(
            [
              { name: '任务', share: 22 },
              { name: '责任单位', share: 24 },
              { name: '时限', share: 15, align: 'center' },
              { name: '办结', share: 17, align: 'center' },
              { name: '佐证', share: 22 },
            ],
            tasks.map((task) => [
              task.name,
              task.unit ?? campaign.leadUnit ?? '—',
              dayIn(task.due, campaign.year),
              doneWords(task, campaign.year),
              evidenceWords(task, pictures),
            ]),
          ),
        ],
});

const lastYear = (programme: Programme) => {
  const before = programme.lastYear;
  return {
    name: '与上年比较',
    content:
      before === null
        ? prose('上年没有同一节点的活动，无从比较。')
        : [
            ...prose(`上年（${before.year}年）的活动是“${before.title}”。`),
            ruledTable(
              [
                { name: '项目', share: 40 },
                { name: '今年', share: 20, align: 'center' },
                { name: '上年', share: 20, align: 'center' },
                { name: '增减', share: 20, align: 'center' },
              ],
              comparisons(programme).map(({ before: then, change, name, now }) => [
                name,
                String(now),
                String(then),
                change,
              ]),
            ),
          ],
  };
};

const outcome = ({ campaign }: Programme) => ({
  name: '成效',
  content: campaign.outcome ? prose(campaign.outcome) : [],
});

const how = () => ({
  name: '口径',
  content: prose(
    '一个稿件发到一个渠道算一条；比计划晚十分钟以内算按时；按时率是按时的占没有撤回的已发条数的比例。只统计自己做的工作，不统计阅读和点赞，不给单位和个人打分排名。',
  ),
});
