import { Lunar, Solar } from 'lunar-typescript';
import { describe, expect, it } from 'vitest';
import { addDays, partsOf } from './civil-day.ts';
import { lunarDays, lunarMonthDay, lunarText, springFestival } from './lunar.ts';

describe('the Spring Festival', () => {
  // The official dates; ICU is a day off in 2027 and 2030.
  it.each([
    '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03', '2031-01-23', '2032-02-11',
  ])('is on %s', (day) => {
    expect(springFestival(Number(day.slice(0, 4)))).toBe(day);
  });

  it('agrees with a second library from 1950 to 2099', () => {
    for (let year = 1950; year < 2100; year += 1) {
      expect(springFestival(year)).toBe(Lunar.fromYmd(year, 1, 1).getSolar().toYmd());
    }
  });
});

describe('lunar words', () => {
  it('names a day as people write it', () => {
    expect(lunarText('2026-06-14')).toBe('农历丙午年四月廿九');
    expect(lunarText('2027-02-05')).toBe('农历丙午年十二月廿九');
    expect(lunarText('2025-07-25')).toBe('农历乙巳年闰六月初一');
    expect(lunarMonthDay('2026-06-14')).toBe('四月廿九');
  });

  it('agrees with a second library on every day from 2020 to 2040', () => {
    for (let day = '2020-01-01'; day < '2041-01-01'; day = addDays(day, 1)) {
      const { year, month, day: date } = partsOf(day);
      const other = Solar.fromYmd(year, month, date).getLunar();
      const monthName = other.getMonthInChinese().replace('冬', '十一').replace('腊', '十二');
      expect(lunarText(day)).toBe(`农历${other.getYearInGanZhi()}年${monthName}月${other.getDayInChinese()}`);
    }
  });

  it('finds a late lunar date twice, once or not at all in a civil year', () => {
    expect(lunarDays(2025, 12, 8)).toEqual(['2025-01-07']);
    expect(lunarDays(2020, 12, 8)).toEqual(['2020-01-02']);
    expect(lunarDays(2021, 12, 8)).toEqual(['2021-01-20']);
    const counts = Array.from({ length: 60 }, (_, i) => lunarDays(2000 + i, 12, 8).length);
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]));
  });
});
