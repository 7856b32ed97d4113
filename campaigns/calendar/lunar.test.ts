import { Lunar, LunarMonth, Solar } from 'lunar-typescript';
import { describe, expect, it } from 'vitest';
import { addDays, partsOf } from './civil-day.ts';
import { lunarDays, lunarText } from './lunar.ts';

describe('the Spring Festival', () => {
  // The official dates; ICU is a day off in 2027 and 2030.
  it.each([
    '2024-02-10',
    '2025-01-29',
    '2026-02-17',
    '2027-02-06',
    '2028-01-26',
    '2029-02-13',
    '2030-02-03',
    '2031-01-23',
    '2032-02-11',
  ])('is on %s', (day) => {
    expect(lunarDays(Number(day.slice(0, 4)), 1, 1)).toEqual([day]);
  });

  it('agrees with a second library from 1950 to 2099', () => {
    for (let year = 1950; year < 2100; year += 1) {
      expect(lunarDays(year, 1, 1)).toEqual([Lunar.fromYmd(year, 1, 1).getSolar().toYmd()]);
    }
  });
});

describe('lunar words', () => {
  it('names a day as people write it', () => {
    expect(lunarText('2026-06-14')).toBe('农历丙午年四月廿九');
    expect(lunarText('2027-02-05')).toBe('农历丙午年十二月廿九');
    expect(lunarText('2025-07-25')).toBe('农历乙巳年闰六月初一');
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

describe('the last day of a lunar month', () => {
  it.each([
    ['2026', '2026-02-16'],
    ['2027', '2027-02-05'],
    ['2025', '2025-01-28'],
  ])('除夕 of %s is %s', (year, day) => {
    expect(lunarDays(Number(year), 12, 'last')).toEqual([day]);
  });

  it('除夕 is the day before 正月初一 in every year from 1900 to 2099, as a second library has it', () => {
    for (let year = 1900; year < 2100; year += 1) {
      const eve = Lunar.fromYmd(year, 1, 1).getSolar().next(-1).toYmd();
      expect(lunarDays(year, 12, 'last')).toEqual([eve]);
      expect(lunarDays(year, 1, 1)).toEqual([addDays(eve as never, 1)]);
    }
  });

  it('agrees with a second library for every month from 1900 to 2099; a 30th that is none is left out', () => {
    const [ends, thirtieths, others]: [Set<string>, Set<string>, Set<string>] = [new Set(), new Set(), new Set()];
    for (let year = 1900; year < 2100; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (const day of lunarDays(year, month, 'last')) ends.add(day);
        for (const day of lunarDays(year, month, 30)) thirtieths.add(day);
      }
    }
    const right30: string[] = [];
    for (let lunarYear = 1899; lunarYear < 2100; lunarYear += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const count = LunarMonth.fromYm(lunarYear, month)!.getDayCount();
        const day = Lunar.fromYmd(lunarYear, month, count).getSolar().toYmd();
        if (day < '1900-01-01' || day > '2099-12-31') continue;
        others.add(day);
        if (count === 30) right30.push(day);
      }
    }
    expect([...ends].sort()).toEqual([...others].sort());
    expect([...thirtieths].sort()).toEqual(right30.sort());
  });
});
