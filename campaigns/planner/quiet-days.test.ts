import { expect, it } from 'vitest';
import { loadOccasions } from '../calendar/load-occasions.ts';
import { occasionDays } from '../calendar/occasion-days.ts';
import { quietDays } from './quiet-days.ts';

it('knows the quiet days of a year', async () => {
  expect([...quietDays(occasionDays(await loadOccasions(process.cwd()), 2026, []))]).toEqual([
    '2026-04-05',
    '2026-09-18',
    '2026-12-13',
  ]);
});

it('takes every day of a quiet span, and nothing else', () => {
  const days = quietDays([
    { kind: 'quiet', start: '2026-02-28', end: '2026-03-02' },
    { kind: 'span', start: '2026-05-01', end: '2026-05-05' },
  ]);
  expect([...days]).toEqual(['2026-02-28', '2026-03-01', '2026-03-02']);
});
