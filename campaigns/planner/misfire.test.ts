import { describe, expect, it } from 'vitest';
import { misfirePolicies } from '../ports/delivery.ts';
import { misfire } from './misfire.ts';

const plannedAt = new Date('2026-06-14T01:00:00Z');
const after = (seconds: number) => new Date(plannedAt.getTime() + seconds * 1000);

describe('a missed minute', () => {
  it.each(misfirePolicies)('is none within sixty seconds (%s)', (policy) => {
    for (const seconds of [-30, 0, 59, 60])
      expect(misfire({ plannedAt, now: after(seconds), policy, windowMinutes: 0 })).toBe('send');
  });

  it('goes out late within the window only', () => {
    const late = (seconds: number) => misfire({ plannedAt, now: after(seconds), policy: 'late', windowMinutes: 120 });
    expect(late(61)).toBe('send');
    expect(late(7200)).toBe('send');
    expect(late(7201)).toBe('skip');
  });

  it('is skipped or asked about, whatever the window', () => {
    expect(misfire({ plannedAt, now: after(61), policy: 'skip', windowMinutes: 120 })).toBe('skip');
    expect(misfire({ plannedAt, now: after(61), policy: 'ask', windowMinutes: 120 })).toBe('ask');
    expect(misfire({ plannedAt, now: after(86_400), policy: 'ask', windowMinutes: 1 })).toBe('ask');
  });
});
