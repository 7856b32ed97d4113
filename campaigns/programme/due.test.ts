import { expect, test } from 'vitest';
import { gather } from '../bulkhead/stuck.ts';
import { createWorkdays } from '../calendar/workday.ts';
import { dateTasks, dueDay } from './due.ts';
import { openTask } from './task.ts';

const workdays = createWorkdays([
  {
    year: 2026,
    complete: true,
    holidays: [{ name: '国庆节', start: '2026-10-01', end: '2026-10-07' }],
    workdays: ['2026-09-20', '2026-10-10'],
    source: '示例',
    edition: '示例',
    confidence: 1,
  },
]);

test.each([
  ['a working day stays', '2026-06-15', -3, '2026-06-12'],
  ['Saturday and Sunday move back to Friday', '2026-06-14', 0, '2026-06-12'],
  ['a long holiday moves back to its eve', '2026-10-08', -1, '2026-09-30'],
  ['a Sunday that is worked stays', '2026-09-21', -1, '2026-09-20'],
  ['after the occasion it also moves back, never past the time asked for', '2026-06-14', 7, '2026-06-19'],
])('%s', (_name, start, offset, due) => {
  expect(dueDay(start, offset, workdays)).toBe(due);
});

test('a year without a table avoids weekends and nothing else', () => {
  expect(dueDay('2071-06-14', 0, createWorkdays())).toBe('2071-06-12');
  expect(dueDay('2071-10-01', 0, createWorkdays())).toBe('2071-10-01');
});

test('tasks come by deadline with how they stand', () => {
  const done = (doneOn: string | null, offsetDays: number) => ({
    ...openTask({ name: String(offsetDays), offsetDays }),
    doneOn,
  });
  const tasks = [done(null, 30), done(null, -3), done('2026-06-01', -14), done('2026-06-03', -13), done(null, -10)];
  expect(dateTasks(tasks, '2026-06-15', workdays, '2026-06-09').map(({ due, standing }) => [due, standing])).toEqual([
    ['2026-06-01', 'done'],
    ['2026-06-02', 'late'],
    ['2026-06-05', 'overdue'],
    ['2026-06-12', 'soon'],
    ['2026-07-15', 'open'],
  ]);
});

test('on its own day a task is not overdue', () => {
  expect(
    dateTasks([openTask({ name: '送审', offsetDays: -3 })], '2026-06-15', workdays, '2026-06-12')[0]?.standing,
  ).toBe('soon');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e12, 'garbage'])(
  'a task of %s days is told as stuck, and those beside it keep their days',
  async (offsetDays) => {
    const broken = { ...openTask({ name: '坏了的一项', offsetDays: 0 }), offsetDays: offsetDays as number };
    const { value, stuck } = await gather(() =>
      Promise.resolve(
        dateTasks([broken, openTask({ name: '送审', offsetDays: -3 })], '2026-06-15', workdays, '2026-06-12'),
      ),
    );
    expect(value.map(({ name }) => name)).toEqual(['送审']);
    expect(stuck.map(({ title }) => title)).toEqual(['任务“坏了的一项”']);
  },
);
