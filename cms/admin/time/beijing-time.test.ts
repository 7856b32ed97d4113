import { afterEach, expect, it } from 'vitest';
import { fromWallClock, spokenWallClock, toWallClock, wallClockText } from './beijing-time.ts';

const zone = process.env.TZ;
afterEach(() => void (process.env.TZ = zone));

it.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'UTC'])(
  "nine o'clock is nine o'clock in Beijing, asked in %s",
  (tz) => {
    process.env.TZ = tz;
    expect(fromWallClock('2026-03-08T09:00')).toBe('2026-03-08T01:00:00.000Z');
    expect(toWallClock('2026-03-08T01:00:00.000Z')).toBe('2026-03-08T09:00');
    expect(wallClockText('2026-03-07T16:30:00.000Z')).toBe('2026-03-08 00:30');
    // An hour that New York's clocks leave out.
    expect(toWallClock(fromWallClock('2026-03-08T02:30'))).toBe('2026-03-08T02:30');
  },
);

it.each(['', '2026-02-30T09:00', '2026-03-08', 'x', '2026-03-08T25:00'])('is nothing: %j', (text) =>
  expect(fromWallClock(text)).toBeNull(),
);
it.each([null, undefined, '', 'x', 3])('shows nothing of %j', (value) => expect(toWallClock(value)).toBe(''));

it('is told in words, with its weekday, wherever one sits', () => {
  process.env.TZ = 'America/New_York';
  expect(spokenWallClock('2026-03-08T09:00')).toBe('2026年3月8日 周日 09:00');
  expect(spokenWallClock('2026-02-30T09:00')).toBe('');
});
