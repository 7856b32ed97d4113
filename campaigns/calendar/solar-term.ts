import { SolarTerm } from 'tyme4ts';
import { dayOf, type CivilDay } from './civil-day.ts';

/** The 24 terms, from 小寒 (January) to 冬至 (December) as they follow in a civil year. */
export const solarTerms = [
  '小寒',
  '大寒',
  '立春',
  '雨水',
  '惊蛰',
  '春分',
  '清明',
  '谷雨',
  '立夏',
  '小满',
  '芒种',
  '夏至',
  '小暑',
  '大暑',
  '立秋',
  '处暑',
  '白露',
  '秋分',
  '寒露',
  '霜降',
  '立冬',
  '小雪',
  '大雪',
  '冬至',
] as const;
export type SolarTermName = (typeof solarTerms)[number];

/** The civil day (Asia/Shanghai) of a solar term in a civil year. */
export function solarTermDay(year: number, name: SolarTermName): CivilDay {
  // The library counts from the 冬至 before the new year (index 0), so December's own is index 24.
  const solar = SolarTerm.fromIndex(year, solarTerms.indexOf(name) + 1).getSolarDay();
  return dayOf(solar.getYear(), solar.getMonth(), solar.getDay());
}
