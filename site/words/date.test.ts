import { expect, test } from 'vitest';
import {
  dateTime,
  daysBetween,
  leafMonth,
  longDate,
  monthName,
  numeral,
  numeralDate,
  range,
  shortDate,
  untilWords,
  weekday,
} from './date.ts';

test('an instant is written in Shanghai time, whatever zone it was given in', () => {
  expect(dateTime('2026-06-12T01:00:00Z')).toBe('2026年6月12日 09:00');
  expect(longDate('2026-06-12T17:30:00Z')).toBe('2026年6月13日');
});

test('lists, months, numerals', () => {
  expect(shortDate('2026-06-03')).toBe('6月3日');
  expect(monthName('2026-06-03T09:00:00+08:00')).toBe('2026年6月');
  expect(numeralDate('2026-06-14')).toBe('6·14');
});

test('ranges name the month once', () => {
  expect(range('2026-06-07', '2026-06-13')).toBe('6月7日—13日');
  expect(range('2026-04-28', '2026-05-03')).toBe('4月28日—5月3日');
  expect(range('2026-06-14', '2026-06-14')).toBe('6月14日');
});

test('the leaf: Chinese numerals and the right weekday', () => {
  expect(leafMonth('2026-06-14')).toBe('二〇二六年六月');
  expect(leafMonth('2026-12-01')).toBe('二〇二六年十二月');
  expect(weekday('2026-06-14')).toBe('星期日');
});

test('numerals up to ninety-nine', () => {
  expect([6, 10, 12, 20, 45].map(numeral)).toEqual(['六', '十', '十二', '二十', '四十五']);
});

test('looking forward across a year’s end', () => {
  expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3);
  expect(untilWords('2026-06-14', '2026-06-16')).toBe('后天');
  expect(untilWords('2026-08-12', '2026-08-20')).toBe('8天后');
});

test('what is not a time is named in the message', () => {
  expect(() => dateTime('昨天')).toThrow('不是时间：“昨天”');
});
