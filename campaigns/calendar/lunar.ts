import { LunarDay, SolarDay } from 'tyme4ts';
import { dayOf, partsOf, type CivilDay } from './civil-day.ts';

// Not Intl's chinese calendar: ICU puts the new year of 2027 and 2030 one day off (02-07, 02-02 instead of 02-06, 02-03),
// because those new moons fall within minutes of midnight in Beijing.

/** The lunar date of a civil day in words: 农历丙午年四月廿九, 农历乙巳年闰六月初一. */
export function lunarText(day: CivilDay): string {
  const { year, month, day: date } = partsOf(day);
  return SolarDay.fromYmd(year, month, date).getLunarDay().toString();
}

/** Only month and day: 四月廿九. */
export function lunarMonthDay(day: CivilDay): string {
  return lunarText(day).replace(/^.*?年/, '');
}

/** The civil days of `year` that are the `day`-th of the `month`-th lunar month; none, one or (late months) two. */
export function lunarDays(year: number, month: number, day: number): CivilDay[] {
  // A lunar year's last weeks lie in the next civil year.
  return [year - 1, year]
    .map((lunarYear) => LunarDay.fromYmd(lunarYear, month, day).getSolarDay())
    .filter((solar) => solar.getYear() === year)
    .map((solar) => dayOf(solar.getYear(), solar.getMonth(), solar.getDay()));
}

/** 正月初一 of a civil year. */
export function springFestival(year: number): CivilDay {
  const [first] = lunarDays(year, 1, 1);
  if (!first) throw new RangeError(`算不出 ${year} 年的春节。`);
  return first;
}
