import { describe, expect, it } from 'vitest';
import { instantOf } from '../../campaigns/calendar/civil-day.ts';
import { clock, lasting, moment, momentOf, monthDay, nearMoment, shorten, shortHash } from './words.ts';

const noon = instantOf('2026-06-14', '12:00');

describe('words for people', () => {
  it('writes days and moments as China reads them', () => {
    expect(monthDay('2026-06-04')).toBe('6月4日');
    expect(moment(new Date('2026-06-13T16:30:00Z'))).toBe('6月14日 00:30');
    expect(momentOf(new Date('2026-06-13T16:30:00Z'), noon)).toBe('6月14日 00:30');
    expect(momentOf(new Date('2026-12-31T16:30:00Z'), noon)).toBe('2027年1月1日 00:30');
    expect(clock(new Date('2026-06-14T01:00:04.900Z'))).toBe('09:00:04');
  });

  it('says near days by name', () => {
    expect(nearMoment(instantOf('2026-06-14', '18:00'), noon)).toBe('今天 18:00');
    expect(nearMoment(instantOf('2026-06-15', '00:00'), noon)).toBe('明天 00:00');
    expect(nearMoment(instantOf('2026-06-13', '23:59'), noon)).toBe('昨天 23:59');
    expect(nearMoment(instantOf('2026-06-21', '09:00'), noon)).toBe('6月21日 09:00');
  });

  it.each([
    [0, '0分钟'],
    [-5, '0分钟'],
    [25, '25分钟'],
    [240, '4小时'],
    [28 * 60, '1天4小时'],
    [48 * 60, '2天'],
    [12 * 1440 + 60, '12天'],
  ])('%i minutes: %s', (minutes, text) => {
    expect(lasting(minutes * 60_000)).toBe(text);
  });

  it('shortens by characters, not code units', () => {
    expect(shorten('信用报告怎么看', 5)).toBe('信用报告…');
    expect(shorten('信用', 5)).toBe('信用');
    expect([...shorten('𠮷𠮷𠮷𠮷', 3)]).toHaveLength(3);
    expect(shortHash('7c1e0000000000a94f')).toBe('7c1e…a94f');
  });
});
