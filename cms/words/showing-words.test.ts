import { expect, it } from 'vitest';
import { instantOf } from '../../campaigns/calendar/civil-day.ts';
import { showingSentence } from './showing-words.ts';

const [from, until] = [instantOf('2027-03-15', '09:00'), instantOf('2028-01-02', '17:30')];

it.each([
  [from, until, '2027-03-01', '定时 3月15日 09:00 上线，2028年1月2日 17:30 下线'],
  [from, null, '2027-03-01', '定时 3月15日 09:00 上线'],
  [from, until, '2027-03-16', '定时 2028年1月2日 17:30 下线'],
  [from, null, '2027-03-16', null],
  [from, until, '2028-02-01', null],
  [null, null, '2027-03-01', null],
])('from %s until %s on %s: %s', (begin, end, day, sentence) => {
  expect(showingSentence(begin, end, instantOf(day))).toBe(sentence);
});
