import { expect, it } from 'vitest';
import { instantOf, instantText } from '../../campaigns/calendar/civil-day.ts';
import { createWorkdays } from '../../campaigns/calendar/workday.ts';
import { addWorkingHours } from './due.ts';
import { stageDue } from './stage-due.ts';

const spans = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '18:00' },
];
/** 2026-06-15 is a Monday; Friday the 19th is 端午节, with the weekend after it. */
const workdays = createWorkdays([
  { year: 2026, complete: true, holidays: [{ start: '2026-06-19', end: '2026-06-21' }], workdays: [] } as never,
]);
const due = (day: string, time: string, hours: number) =>
  instantText(addWorkingHours(instantOf(day, time), hours, spans, workdays))
    .slice(0, 16)
    .replace('T', ' ');

it.each([
  ['within the morning', '2026-06-15', '09:00', 2, '2026-06-15 11:00'],
  ['over noon', '2026-06-15', '11:00', 2, '2026-06-15 15:00'],
  ['to the very end of the day', '2026-06-15', '09:00', 7, '2026-06-15 18:00'],
  ['into the next day', '2026-06-15', '17:00', 7, '2026-06-16 17:00'],
  ['from before the office opens', '2026-06-15', '06:30', 1, '2026-06-15 10:00'],
  ['from the night', '2026-06-15', '22:00', 1, '2026-06-16 10:00'],
  ['over a weekend', '2026-06-13', '10:00', 1, '2026-06-15 10:00'],
  ['over a holiday and its weekend', '2026-06-18', '17:00', 2, '2026-06-22 10:00'],
])('counts working hours %s', (_, day, time, hours, expected) => {
  expect(due(day, time, hours)).toBe(expected);
});

it('counts each stage from the act that brought the story there', () => {
  const review = (act: string, at: string, more = {}) =>
    ({ act, at, round: 1, by: 'x', byName: 'x', contentHash: 'h', note: null, ...more }) as never;
  const settings = { workingHours: spans, hours: { first: 1, second: 2, final: 3, secrecy: 4 } };
  const reviews = [
    review('submit', '2026-06-15T09:00:00+08:00'),
    review('approve-first', '2026-06-15T10:00:00+08:00'),
    review('reassign', '2026-06-15T11:00:00+08:00'),
  ];
  const at = (stage: 'first' | 'second' | 'draft') =>
    stageDue({ stage, round: 1, reviews }, settings, workdays)?.toISOString();
  expect(at('first')).toBe('2026-06-15T02:00:00.000Z');
  expect(at('second')).toBe('2026-06-15T04:00:00.000Z');
  expect(at('draft')).toBeUndefined();
  const urgent = [...reviews, review('correct-urgent', '2026-06-16T09:00:00+08:00', { applied: true })];
  expect(stageDue({ stage: 'first', round: 2, reviews: urgent }, settings, workdays)?.toISOString()).toBe(
    '2026-06-16T02:00:00.000Z',
  );
});
