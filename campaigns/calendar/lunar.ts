import { LunarDay, LunarMonth, SolarDay } from 'tyme4ts';
import { dayOf, partsOf, type CivilDay } from './civil-day.ts';

// Not Intl's chinese calendar: ICU puts the new year of 2027 and 2030 one day off (02-07, 02-02 instead of 02-06, 02-03),
// because those new moons fall within minutes of midnight in Beijing.

/** The lunar date of a civil day in words: 农历丙午年四月廿九, 农历乙巳年闰六月初一. */
export function lunarText(day: CivilDay): string {
  const { year, month, day: date } = partsOf(day);
  return SolarDay.fromYmd(year, month, date).getLunarDay().toString();
}

/**
 * The civil days of `year` that are the `day`-th of the `month`-th lunar month (never a leap month); none, one or (late
 * months) two. `last` is the month's 29th or 30th, of the twelfth 除夕: the day before 正月初一.
 */
export function lunarDays(year: number, month: number, day: number | 'last'): CivilDay[] {
  // A lunar year's last weeks lie in the next civil year.
  return [year - 1, year]
    .flatMap((lunarYear) => solarDay(lunarYear, month, day) ?? [])
    .filter((solar) => solar.getYear() === year)
    .map((solar) => dayOf(solar.getYear(), solar.getMonth(), solar.getDay()));
}

/** Null where that month of that year is too short. */
function solarDay(lunarYear: number, month: number, day: number | 'last'): SolarDay | null {
  if (day === 'last' && month === 12)
    return LunarDay.fromYmd(lunarYear + 1, 1, 1)
      .getSolarDay()
      .next(-1);
  const length = LunarMonth.fromYm(lunarYear, month).getDayCount();
  const date = day === 'last' ? length : day;
  return date > length ? null : LunarDay.fromYmd(lunarYear, month, date).getSolarDay();
}
