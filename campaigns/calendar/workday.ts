import { addDays, partsOf, weekdayIndex, type CivilDay } from './civil-day.ts';
import { stateCouncilTable, type WorkdayTable } from './state-council-table.ts';
import type { WorkdayYear } from './workday-schema.ts';

interface Deadline {
  day: CivilDay;
  /** A Chinese sentence when a year's table was missing and every day counted; else null. */
  warning: string | null;
}

/** Working days by 国办's yearly arrangements. Days are civil days of Asia/Shanghai. */
export interface Workdays {
  /** Whether people work on `day`; null when that year's table is missing. */
  isWorkday(day: CivilDay): boolean | null;
  /**
   * The `n`-th working day after `day` (which does not count itself). In a year without a table every day counts, which
   * gives an earlier, stricter deadline, and the answer carries a warning.
   * @throws RangeError when `n` is not a whole number ≥ 0.
   */
  addWorkingDays(day: CivilDay, n: number): Deadline;
}

/** `overrides` come from `content/workdays/<year>.yaml`. */
export function createWorkdays(overrides: readonly WorkdayYear[] = []): Workdays {
  const tables = new Map<number, WorkdayTable | null>();
  const tableOf = (year: number) => {
    if (!tables.has(year))
      tables.set(
        year,
        merged(
          year,
          overrides.find((entry) => entry.year === year),
        ),
      );
    return tables.get(year) ?? null;
  };

  const isWorkday = (day: CivilDay) => {
    const table = tableOf(partsOf(day).year);
    return table ? (table.get(day) ?? !isWeekend(day)) : null;
  };

  return {
    isWorkday,
    addWorkingDays(from, n) {
      if (!Number.isInteger(n) || n < 0) throw new RangeError(`工作日数“${n}”不对：请写 0 或正整数。`);
      const missing = new Set<number>();
      let day = from;
      for (let left = n; left > 0; ) {
        day = addDays(day, 1);
        const works = isWorkday(day);
        if (works === null) missing.add(partsOf(day).year);
        if (works !== false) left -= 1;
      }
      return { day, warning: missing.size > 0 ? warningFor([...missing]) : null };
    },
  };
}

function warningFor(years: number[]): string {
  const names = years.join('、');
  return `还没有 ${names} 年的放假安排，期限暂按自然日计算（偏早）：通知下发后请补上 content/workdays/${years[0]}.yaml（complete 写 true）。`;
}

function merged(year: number, override: WorkdayYear | undefined): WorkdayTable | null {
  const base = stateCouncilTable(year);
  if (!override) return base;
  if (!base && !override.complete) return null;
  const table = new Map(override.complete ? [] : base);
  for (const { start, end } of override.holidays) {
    for (let day = start; day <= end; day = addDays(day, 1)) table.set(day, false);
  }
  for (const day of override.workdays) table.set(day, true);
  return table;
}

const isWeekend = (day: CivilDay) => weekdayIndex(day) % 6 === 0;
