import { expect, test } from 'vitest';
import { Horizon } from './horizon.ts';

test('an instant that is none leaves the ends of everything beside it', () => {
  const horizon = new Horizon();
  horizon.set([
    { at: 'garbage', tags: ['column:cases', 'story:1'] },
    { at: '2026-06-30T16:00:00.000Z', tags: ['column:cases', 'story:2'] },
  ]);
  expect([horizon.of(['column:cases']), horizon.of(['story:1']), horizon.of(['story:2'])]).toEqual([
    '2026-06-30T16:00:00.000Z',
    null,
    '2026-06-30T16:00:00.000Z',
  ]);
});
