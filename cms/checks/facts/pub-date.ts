import { civilDay, wallTime } from '../../../campaigns/calendar/civil-day.ts';
import type { Finding } from '../finding.ts';

/** `YYYY-MM-DD HH:MM`, Asia/Shanghai, as pages carry it in the meta tag PubDate (国办发〔2017〕47号). */
export const pubDateOf = (instant: Date): string => `${civilDay(instant)} ${wallTime(instant)}`;

/**
 * A forged date of issue vetoes a whole site (国办秘函〔2019〕19号): what the page says must be when it first went live.
 * @param shown PubDate on the page
 * @param firstPublishedAt from the log of publications; null while it never was
 */
export function pubDateFindings(shown: string, firstPublishedAt: Date | null): Finding[] {
  const finding = (name: string, mend: string): Finding[] => [
    { rule: `site/${name}`, level: 'block', at: 'PubDate', text: shown, mend },
  ];
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(shown))
    return finding('pub-date-format', '发布时间要写成“2026-06-14 09:00”这样的北京时间。');
  if (!firstPublishedAt)
    return finding('pub-date-forged', '稿件还没有发布过，不能写发布时间：请留空，由系统在上线时填写。');
  const real = pubDateOf(firstPublishedAt);
  return shown === real
    ? []
    : finding('pub-date-forged', `发布时间和首次上线的记录（${real}）不一致，属于弄虚作假：请改回记录的时间。`);
}
