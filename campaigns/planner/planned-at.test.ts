import { describe, expect, it } from 'vitest';
import type { When } from './campaign.ts';
import { plannedAt } from './planned-at.ts';

const occasion = { start: '2026-09-01', end: '2026-09-30', state: 'confirmed' as const };
const at = (when: When) => plannedAt({ occasion }, { when }).toISOString();

describe('when a post goes out', () => {
  it('counts from the first or last day of the occasion, by China’s clock', () => {
    expect(at({ anchor: 'start', offsetDays: -7, time: '09:00' })).toBe('2026-08-25T01:00:00.000Z');
    expect(at({ anchor: 'start', offsetDays: 0, time: '07:30' })).toBe('2026-08-31T23:30:00.000Z');
    expect(at({ anchor: 'end', offsetDays: 3, time: '20:00' })).toBe('2026-10-03T12:00:00.000Z');
  });

  it('takes an instant as it stands', () => {
    expect(at({ at: '2026-09-18T09:00:00+08:00' })).toBe('2026-09-18T01:00:00.000Z');
    expect(at({ at: '2026-09-18T01:00:00.000Z' })).toBe('2026-09-18T01:00:00.000Z');
  });

  it.each(['2026-09-18T09:00:00', '2026-09-18', '九月', ''])('refuses “%s”, which says no zone', (text) => {
    expect(() => at({ at: text })).toThrow('带时区的时间');
  });

  it('refuses a time that no clock shows', () => {
    expect(() => at({ anchor: 'start', offsetDays: 0, time: '25:00' })).toThrow('24 小时制');
  });
});
