import { expect, test } from 'vitest';
import { phaseState, phaseWhen } from './phase.ts';

const phase = (start: string, end: string) => ({ name: '去查', hint: '', start, end });

test('both ends of a phase belong to it', () => {
  const week = phase('2026-06-07', '2026-06-13');
  expect(['2026-06-06', '2026-06-07', '2026-06-13', '2026-06-14'].map((day) => phaseState(week, day))).toEqual([
    'next',
    'now',
    'now',
    'past',
  ]);
});

test('words say when: since, today, until', () => {
  expect(phaseWhen(phase('2026-06-07', '2026-06-13'), '2026-06-14', false)).toBe('6月7日起');
  expect(phaseWhen(phase('2026-06-14', '2026-06-14'), '2026-06-14', false)).toBe('今天');
  expect(phaseWhen(phase('2026-06-07', '2026-06-13'), '2026-06-09', false)).toBe('今天，第3天');
  expect(phaseWhen(phase('2026-06-15', '2026-06-21'), '2026-06-14', true)).toBe('6月21日前');
});
