import {
  addDays,
  daysBetween,
  dayOf,
  lastDayOfMonth,
  partsOf,
  type CivilDay,
} from '../../../campaigns/calendar/civil-day.ts';
import type { Finding } from '../../checks/finding.ts';

/** The day on which a term of whole months ends: the same day of the month, or its last one. */
export function afterMonths(day: CivilDay, months: number): CivilDay {
  const { year, month, day: date } = partsOf(day);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return [dayOf(y, m, 1).slice(0, 8) + String(date).padStart(2, '0'), lastDayOfMonth(y, m)].sort()[0] ?? day;
}

/** Consent to a role model's story is for a term (个人信息保护法 §15, §25; G17): told before it ends, alarmed from the day after. */
export function consentFindings(until: CivilDay | null | undefined, today: CivilDay, warnDays: number): Finding[] {
  if (!until) return [];
  const left = daysBetween(today, until);
  if (left > warnDays) return [];
  const finding = (level: Finding['level'], mend: string): Finding => ({
    rule: 'consent/expiry',
    level,
    at: '本人同意',
    text: until,
    mend,
  });
  return left < 0
    ? [
        finding(
          'block',
          `本人同意的有效期到${until}为止，已经过了${-left}天：请今天取得新的同意并登记，取不到就撤回这篇稿件。`,
        ),
      ]
    : [finding('warn', `本人同意的有效期到${until}为止，还有${left}天：请取得新的同意并登记。`)];
}

/** What names or accuses people is verified again at least once in so many months (民法典 §§1025–1026; G14). */
export function reverifyFindings(
  verifiedOn: CivilDay,
  today: CivilDay,
  { months, warnDays }: { months: number; warnDays: number },
): Finding[] {
  const due = afterMonths(verifiedOn, months);
  if (today < addDays(due, -warnDays)) return [];
  const late = today > due;
  const mend = late
    ? `上次核实是${verifiedOn}，已经超过${months}个月：请重新核实，写明凭什么、谁核实、哪一天，再重新签发；核实不了的请撤回。`
    : `上次核实是${verifiedOn}，到${due}满${months}个月：请安排重新核实。`;
  return [{ rule: 'site/reverify', level: late ? 'block' : 'warn', at: '核实', text: verifiedOn, mend }];
}
