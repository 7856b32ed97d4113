import { expect, test } from 'vitest';
import { fixtureReader } from '../testing/fixture-reader.ts';
import { todaySheet } from './today-sheet.ts';

test('a quiet day turns the seal to ink, the day after does not', async () => {
  expect(await todaySheet(fixtureReader({ today: '2026-12-13' }))).toContain('--chop:#33373d');
  expect(await todaySheet(fixtureReader({ today: '2026-12-14' }))).not.toContain('--chop');
});
