import type { Counts } from '../../../campaigns/programme/results.ts';
import { attemptWords, deliveryWords, recallWords } from '../../../campaigns/ports/state-words.ts';
import type { Programme } from '../programme.ts';
import { shareWords, timeIn } from './wording.ts';

/** The figures of a report in the order and the words in which both its forms show them. */
export const figureNames: [keyof Counts, string][] = [
  ['planned', '计划'],
  ['out', '发出'],
  ['onTime', '按时'],
  ['withdrawn', attemptWords.withdraw],
  ['failed', '失败'],
  ['unknown', deliveryWords.unknown],
  ['skipped', attemptWords.skip],
  ['absent', recallWords.gone],
  ['waiting', deliveryWords.pending],
];

/** One measure this year, last year and the difference. */
export interface Comparison {
  name: string;
  now: number | string;
  before: number | string;
  change: string;
}

const change = (now: number, before: number): string =>
  now === before ? '持平' : now > before ? `多${now - before}` : `少${before - now}`;

/** This year's work beside last year's for the same occasion, channel by channel at the end; empty without a last year. */
export function comparisons({ campaign, counts, lastYear, lines, tasks }: Programme): Comparison[] {
  if (!lastYear) return [];
  const row = (name: string, now: number, before: number): Comparison => ({
    name,
    now,
    before,
    change: change(now, before),
  });
  const channels = new Map([...lastYear.lines, ...lines].map(({ channel, name }) => [channel, name]));
  const outOf = (list: typeof lines, id: string) => list.find(({ channel }) => channel === id)?.counts.out ?? 0;
  return [
    ...figureNames
      .filter(([key]) => key !== 'waiting')
      .map(([key, name]) => row(`${name}（条）`, counts[key], lastYear.counts[key])),
    { name: '按时率', now: shareWords(counts), before: shareWords(lastYear.counts), change: '' },
    ...(tasks.length > 0 && lastYear.tasks.all > 0
      ? [row('办结任务（项）', tasks.filter(({ doneOn }) => doneOn).length, lastYear.tasks.done)]
      : []),
    ...(campaign.materialCount !== null && lastYear.materialCount !== null
      ? [row('发放材料（件）', campaign.materialCount, lastYear.materialCount)]
      : []),
    ...[...channels].map(([id, name]) => row(`${name}发出（条）`, outOf(lines, id), outOf(lastYear.lines, id))),
  ];
}

/** The campaign's figures in one paragraph. */
export function summary({ campaign, corrections, counts, ended, occasion, tasks, today }: Programme): string {
  const done = tasks.filter(({ doneOn }) => doneOn).length;
  const sentences = [
    occasion
      ? `活动围绕${occasion.title}开展，${ended ? '已经结束' : `尚未结束，数字截至${timeIn(new Date(`${today}T00:00:00+08:00`), 0).slice(0, -6)}`}。`
      : '',
    `计划推送${counts.planned}条，发出${counts.out}条，${counts.out > 0 ? `其中按时${counts.onTime}条，按时率${shareWords(counts)}，` : ''}撤回${counts.withdrawn}条，失败${counts.failed}条${counts.unknown > 0 ? `，${deliveryWords.unknown}${counts.unknown}条` : ''}；更正稿件${corrections}次。`,
    tasks.length > 0 ? `分工任务${tasks.length}项，办结${done}项。` : '',
    campaign.materialCount === null
      ? ''
      : `发放宣传材料${campaign.materialCount}件${campaign.materialGoal === null ? '' : `，目标${campaign.materialGoal}件`}。`,
  ];
  return sentences.join('');
}
