import { campaignWords } from '../../words/campaign-words.ts';
import { heading, officialDocx, prose, ruledTable, section, signature, underHeading } from './official.ts';
import { dayIn, evidenceWords, fullDay, misfireIn, stopped, stretch, timeIn } from './wording.ts';
import type { Programme } from '../programme.ts';

/** 活动方案: what is to be done, on what ground, by whom, until when. Reads as a draft until the campaign is confirmed. */
export function planDocx(programme: Programme): Promise<Uint8Array> {
  const { campaign } = programme;
  const title = `“${campaign.title}”宣传活动方案`;
  const parts = [
    aim(programme),
    ground(programme),
    time(programme),
    phases(programme),
    duties(programme),
    schedule(programme),
    goals(programme),
    notes(programme),
  ];
  return officialDocx(title, [
    heading(`${campaign.year}年“${campaign.title}”\n宣传活动方案`),
    underHeading(standing(programme)),
    ...parts
      .filter(({ content }) => content.length > 0)
      .flatMap(({ name, content }, i) => [section(i, name), ...content]),
    ...signature(campaign.leadUnit ?? programme.host, fullDay(campaign.confirmedOn ?? programme.today)),
  ]);
}

function standing({ campaign: { docNo, state } }: Programme): string {
  if (state === 'draft') return `（${campaignWords.draft}稿，待批准）`;
  return docNo ?? `（${campaignWords.confirmed}）`;
}

const aim = ({ campaign }: Programme) => ({
  name: '目的',
  content: prose(stopped(campaign.purpose ?? `以“${campaign.theme}”为主题开展宣传。${campaign.standfirst}`)),
});

const ground = ({ campaign, occasion }: Programme) => ({
  name: '依据',
  content: prose(stopped(campaign.basis ?? (occasion ? `${occasion.title}：${occasion.ruleText}` : '待补'))),
});

const time = ({ occasion, warnings }: Programme) => ({
  name: '时间',
  content: prose(
    [
      ...(occasion
        ? [
            `${occasion.title}：${stretch(occasion.start, occasion.end)}${occasion.state === 'proposed' ? '（待通知确认）' : ''}。`,
          ]
        : []),
      ...warnings,
    ].join('\n\n'),
  ),
});

const phases = ({ phases: list }: Programme) => ({
  name: '阶段',
  content: list.flatMap(({ end, hint, name, start }, i) =>
    prose(`（${'一二三四五六七八九十'[i] ?? i + 1}）${name}：${stretch(start, end)}${hint ? `，${hint}` : ''}。`),
  ),
});

const duties = ({ campaign, pictures, tasks }: Programme) => ({
  name: '分工',
  content: [
    ...prose(`责任单位：${campaign.leadUnit ?? '待定'}。${others(campaign)}`),
    ...(tasks.length === 0
      ? prose('任务待列。')
      : [
          ruledTable(
            [
              { name: '任务', share: 27 },
              { name: '责任单位', share: 30 },
              { name: '时限', share: 17, align: 'center' },
              { name: '佐证', share: 26 },
            ],
            tasks.map((task) => [
              task.name,
              [task.unit ?? campaign.leadUnit ?? '待定', task.owner ?? ''].filter(Boolean).join('\n'),
              dayIn(task.due, campaign.year),
              evidenceWords(task, pictures),
            ]),
          ),
        ]),
  ],
});

/** The units that take part beside the one that leads. */
function others({ leadUnit, units }: Programme['campaign']): string {
  const rest = units.filter((unit) => unit !== leadUnit);
  return rest.length > 0 ? `参加单位：${rest.join('、')}。` : '';
}

const schedule = ({ campaign, schedule: lines }: Programme) => ({
  name: '排期',
  content:
    lines.length === 0
      ? prose('排期待定。')
      : [
          ruledTable(
            [
              { name: '时间', share: 20, align: 'center' },
              { name: '稿件', share: 38 },
              { name: '渠道', share: 22 },
              { name: '错过时', share: 20, align: 'center' },
            ],
            lines.map((line) => [
              timeIn(line.at, campaign.year),
              `${line.title ?? '待定稿'}（${line.label}）`,
              line.channels.join('、'),
              misfireIn(line.misfire, line.misfireWindow),
            ]),
          ),
        ],
});

const goals = ({ campaign, lines }: Programme) => ({
  name: '频次目标',
  content: prose(
    lines.length === 0 && campaign.materialGoal === null
      ? '待定。'
      : [
          ...lines.map(
            ({ counts, goal, name }) =>
              `${name}：${goal === null ? '未定目标' : `${goal}条`}，已排${counts.planned}条${goal !== null && counts.planned < goal ? `，还差${goal - counts.planned}条` : ''}。`,
          ),
          ...(campaign.materialGoal === null ? [] : [`宣传材料：${campaign.materialGoal}件。`]),
        ].join('\n\n'),
  ),
});

const notes = ({ campaign }: Programme) => ({ name: '附注', content: campaign.remarks ? prose(campaign.remarks) : [] });
