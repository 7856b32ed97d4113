import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import type { Programme } from '../programme.ts';
import { comparisons, figureNames } from './report-tables.ts';
import { doneWords, evidenceWords, resultWords, shareWords } from './wording.ts';
import { instantText } from '../../../campaigns/calendar/civil-day.ts';

type Value = string | number | null;

/** A sheet with a head that stays in view. Times are text in China's time: a date cell would have no zone. */
const sheet = (name: string, columns: [string, number][], rows: Value[][]): Sheet<Buffer> => ({
  sheet: name,
  stickyRowsCount: 1,
  columns: columns.map(([, width]) => ({ width })),
  data: [
    columns.map(([value]) => ({ value, fontWeight: 'bold', wrap: true, backgroundColor: '#EFEFEF' })),
    ...rows.map((row) => row.map(cellOf)),
  ] as Row[],
});

const cellOf = (value: Value) => (value === null ? null : { value, wrap: typeof value === 'string' });

/** `YYYY-MM-DD HH:mm` in Asia/Shanghai. */
const stamp = (instant: Date | null): string | null =>
  instant ? instantText(instant).slice(0, 16).replace('T', ' ') : null;

/** 活动总结 as a workbook: the same figures as the document, one sheet a table. */
export async function reportXlsx(programme: Programme): Promise<Uint8Array> {
  const { campaign, corrections, counts, lastYear, lines, occasion, outcomes, pictures, tasks, today } = programme;
  const names = new Map(lines.map(({ channel, name }) => [channel, name]));
  const facts: Value[][] = [
    ['活动', campaign.title],
    ['主题', campaign.theme],
    ['年份', campaign.year],
    ['节点', occasion?.title ?? null],
    ['第一天', occasion?.start ?? null],
    ['最后一天', occasion?.end ?? null],
    ['责任单位', campaign.leadUnit],
    ['参加单位', campaign.units.join('、')],
    ['批准文号', campaign.docNo],
    ...figureNames.map(([key, name]): Value[] => [`${name}（条）`, counts[key]]),
    ['按时率', shareWords(counts)],
    ['更正稿件（次）', corrections],
    ['宣传材料目标（件）', campaign.materialGoal],
    ['实际发放材料（件）', campaign.materialCount],
    ['成效', campaign.outcome],
    ['数字截至', today],
  ];
  const workbook = [
    sheet(
      '概况',
      [
        ['项目', 22],
        ['内容', 50],
      ],
      facts,
    ),
    sheet(
      '渠道',
      [['渠道', 18], ['目标', 8], ...figureNames.map(([, name]): [string, number] => [name, 10]), ['按时率', 10]],
      lines.map((line) => [
        line.name,
        line.goal,
        ...figureNames.map(([key]) => line.counts[key]),
        shareWords(line.counts),
      ]),
    ),
    sheet(
      '推送明细',
      [
        ['计划时间', 18],
        ['实际时间', 18],
        ['说明', 10],
        ['稿件', 40],
        ['渠道', 16],
        ['结果', 18],
        ['台账记录', 50],
      ],
      outcomes.map((push) => [
        stamp(push.plannedAt),
        stamp(push.sentAt),
        push.label,
        push.title ?? '待定稿',
        names.get(push.channel) ?? push.channel,
        resultWords[push.result],
        push.note,
      ]),
    ),
    sheet(
      '任务',
      [
        ['任务', 24],
        ['责任单位', 30],
        ['经办人', 14],
        ['时限', 14],
        ['办结', 18],
        ['佐证', 50],
      ],
      tasks.map((task) => [
        task.name,
        task.unit ?? campaign.leadUnit,
        task.owner,
        task.due,
        doneWords(task, campaign.year),
        evidenceWords(task, pictures),
      ]),
    ),
    ...(lastYear
      ? [
          sheet(
            '与上年比较',
            [
              ['项目', 26],
              [`${campaign.year}年`, 12],
              [`${lastYear.year}年`, 12],
              ['增减', 12],
            ],
            comparisons(programme).map(({ before, change, name, now }) => [name, now, before, change]),
          ),
        ]
      : []),
  ];
  return new Uint8Array(await writeXlsxFile(workbook).toBuffer());
}
