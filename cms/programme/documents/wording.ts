import { civilDay, partsOf, wallTime, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { DatedTask, Standing } from '../../../campaigns/programme/due.ts';
import { onTimeShare, type Counts, type PushResult } from '../../../campaigns/programme/results.ts';
import type { MisfirePolicy } from '../../../campaigns/ports/delivery.ts';
import { attemptWords, deliveryWords, misfireWords, recallWords } from '../../../campaigns/ports/state-words.ts';
import { monthDay } from '../../words/words.ts';

/** 2026年6月14日 */
export const fullDay = (day: CivilDay): string => `${partsOf(day).year}年${monthDay(day)}`;

/** 2026年6月14日, or both ends of a stretch. */
export const stretch = (start: CivilDay, end: CivilDay): string =>
  start === end
    ? fullDay(start)
    : `${fullDay(start)}至${start.slice(0, 4) === end.slice(0, 4) ? monthDay(end) : fullDay(end)}`;

/** A sentence ends with a full stop, however it was written. */
export const stopped = (text: string): string => (/[。！？…!?][”）"’》)]?$/.test(text) ? text : `${text}。`);

/** 6月14日 09:00; the year is told where it is not `year`. */
export const timeIn = (instant: Date, year: number): string => {
  const day = civilDay(instant);
  return `${partsOf(day).year === year ? monthDay(day) : fullDay(day)} ${wallTime(instant)}`;
};
export const dayIn = (day: CivilDay, year: number): string =>
  partsOf(day).year === year ? monthDay(day) : fullDay(day);

/** What happens when the minute is missed, with the hours or minutes within which it may still go. */
export const misfireIn = (policy: MisfirePolicy, minutes: number): string =>
  policy !== 'late'
    ? misfireWords[policy]
    : minutes === 0
      ? '过点不补发'
      : `${minutes % 60 === 0 ? `${minutes / 60}小时` : `${minutes}分钟`}内补发`;

export const resultWords: Record<PushResult, string> = {
  'on-time': '按时发出',
  late: '晚发',
  withdrawn: deliveryWords.withdrawn,
  failed: '失败',
  unknown: deliveryWords.unknown,
  skipped: attemptWords.skip,
  absent: recallWords.gone,
  waiting: `未到时间或${deliveryWords.pending}`,
};

export const standingWords: Record<Standing, string> = {
  done: '已办结',
  late: '逾期办结',
  overdue: '逾期未办',
  soon: '将到期',
  open: '未到期',
};

export const doneWords = (task: DatedTask, year: number): string =>
  task.doneOn
    ? [`${dayIn(task.doneOn, year)}${task.standing === 'late' ? '（逾期）' : ''}`, task.doneBy ?? '']
        .filter(Boolean)
        .join('\n')
    : standingWords[task.standing];

/** Evidence in words: text, link, and which picture shows it. */
export const evidenceWords = (
  { evidence, evidenceFile, evidenceUrl }: DatedTask,
  pictures: ReadonlyMap<string, string>,
): string =>
  [evidence, evidenceUrl, evidenceFile && `图：${pictures.get(evidenceFile) ?? '已删除'}`].filter(Boolean).join('\n') ||
  '—';

/** 92.3%; a dash when nothing went out. */
export function shareWords(counts: Counts): string {
  const share = onTimeShare(counts);
  return share === null ? '—' : `${Number((share * 100).toFixed(1))}%`;
}
