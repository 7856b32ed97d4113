import { expect, test } from 'vitest';
import { longestClause, titleClass } from './title.ts';

test('a clause is measured with its mark', () => {
  expect(longestClause('查一查自己的信用报告，每年两次不花钱')).toBe(11);
});

test('closing quotes belong to the clause, Latin letters take half a place', () => {
  expect(longestClause('他说：“账在，人就在。”')).toBe(5);
  expect(longestClause('2026年')).toBe(3);
});

test('only a clause longer than a phone line needs breaking inside', () => {
  expect(titleClass('三十七本账簿，他替父亲还了十六年')).toBeUndefined();
  expect(titleClass('一张改了日期的检测报告，换来半年公示')).toBe('long');
});

test('smaller type has more room', () => {
  expect(titleClass('我市公布第十二批诚信典型，六人两单位入选', 16)).toBeUndefined();
});

test('no words, no class', () => {
  expect(titleClass('')).toBeUndefined();
});
