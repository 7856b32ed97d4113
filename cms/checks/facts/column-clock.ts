import { daysBetween, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { Finding } from '../finding.ts';

/** Days without a new item after which a column or an account is overdue; the alarms come before. */
export interface ColumnClock {
  warnAfter: number;
  alarmAfter: number;
  overdueAfter: number;
}

/** 国办秘函〔2019〕19号: news and accounts two weeks, notices and policies six months, plans one year. Early alarms on days 10 and 13. */
export const columnClocks: Record<'news' | 'notice' | 'plan', ColumnClock> = {
  news: { warnAfter: 10, alarmAfter: 13, overdueAfter: 14 },
  notice: { warnAfter: 150, alarmAfter: 173, overdueAfter: 182 },
  plan: { warnAfter: 300, alarmAfter: 350, overdueAfter: 365 },
};

export interface ColumnState {
  title: string;
  clock: ColumnClock;
  /** Civil day, Asia/Shanghai, of the newest item; null for a column without any. */
  newest: CivilDay | null;
}

/** Blank and stale columns (or accounts), as of a civil day. */
export function columnFindings(columns: readonly ColumnState[], today: CivilDay): Finding[] {
  return columns.flatMap(({ title, clock, newest }) => {
    const at = `栏目“${title}”`;
    if (newest === null)
      return [
        {
          rule: 'site/blank-column',
          level: 'block' as const,
          at,
          text: '',
          mend: '栏目里一篇稿件也没有，上线会被计为空白栏目：请先发稿，或暂不公开这个栏目。',
        },
      ];
    const days = daysBetween(newest, today);
    if (days < clock.warnAfter) return [];
    const left = clock.overdueAfter - days;
    const mend =
      left > 0
        ? `已有${days}天没有更新，再过${left}天就超过期限：请安排稿件。`
        : `已有${days}天没有更新，超过了${clock.overdueAfter}天的期限：请立即更新。`;
    return [
      {
        rule: 'site/stale-column',
        level: days >= clock.alarmAfter ? ('block' as const) : ('warn' as const),
        at,
        text: newest,
        mend,
      },
    ];
  });
}
