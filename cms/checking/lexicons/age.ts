import { daysBetween, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import { afterMonths } from '../nightly/clock-findings.ts';
import type { ListInForce } from './desk-lexicons.ts';

/** Lists whose edition is older than so many months, the oldest first. */
export const outdatedLists = (lists: readonly ListInForce[], today: CivilDay, months: number): ListInForce[] =>
  lists
    .filter(({ edition }) => afterMonths(edition, months) <= today)
    .sort((a, b) => a.edition.localeCompare(b.edition));

/** 8张在用，共511条，8张是随产品带来的起步词表；最旧的是“常见错别字”2026-11-21版，已有7天。 */
export function listsSentence(lists: readonly ListInForce[], today: CivilDay): string {
  const [oldest] = [...lists].sort((a, b) => a.edition.localeCompare(b.edition));
  if (!oldest) return '一张在用的词表也没有：错敏词、侮辱性称呼都查不出来。';
  const starters = lists.filter(({ starter }) => starter).length;
  const words = lists.reduce((sum, { entries }) => sum + entries, 0);
  return `${lists.length}张在用，共${words}条${starters > 0 ? `，其中${starters}张是随产品带来的起步词表` : ''}；最旧的是“${oldest.title}”${oldest.edition}版，已有${Math.max(0, daysBetween(oldest.edition, today))}天。`;
}
