import { afterEach, describe, expect, it } from 'vitest';
import * as civil from './civil-day.ts';
import { createRandom } from './testing/random.ts';

const { addDays, civilDay, daysBetween, instantOf, instantText, isCivilDay, wallTime, weekday } = civil;

describe('civil days in Asia/Shanghai', () => {
  it('changes the day at midnight in China', () => {
    expect(civilDay(new Date('2026-06-13T15:59:59.999Z'))).toBe('2026-06-13');
    expect(civilDay(new Date('2026-06-13T16:00:00Z'))).toBe('2026-06-14');
  });

  it('reads a minute as forms and people write it, and nothing else', () => {
    const minute = instantOf('2027-03-15', '09:05');
    expect([civil.minuteInstant('2027-03-15T09:05'), civil.minuteInstant(civil.minuteText(minute))]).toEqual([
      minute,
      minute,
    ]);
    for (const none of [
      '',
      '2027-03-15',
      '2027-02-30T09:05',
      '2027-03-15T24:00',
      '2027-03-15T9:05',
      '2027-03-15T09:05Z',
    ])
      expect([none, civil.minuteInstant(none)]).toEqual([none, null]);
    expect(civil.moment(minute)).toBe('3月15日 09:05');
  });

  it('turns wall-clock time into an instant and back', () => {
    const instant = instantOf('2026-06-14', '09:05');
    expect(instant.toISOString()).toBe('2026-06-14T01:05:00.000Z');
    expect(wallTime(instant)).toBe('09:05');
    expect(instantText(instant)).toBe('2026-06-14T09:05:00+08:00');
    expect(instantOf('2026-06-14').toISOString()).toBe('2026-06-13T16:00:00.000Z');
  });

  it('a day ends a millisecond before the next one begins', () => {
    expect(civil.endOf('2026-06-14').toISOString()).toBe('2026-06-14T15:59:59.999Z');
    expect(civilDay(civil.endOf('2028-02-29'))).toBe('2028-02-29');
    expect(civil.untilMidnight(new Date('2027-03-15T16:30:00Z'))).toBe(23.5 * 3_600_000);
    expect(civil.untilMidnight(instantOf('2026-06-14'))).toBe(24 * 3_600_000);
  });

  it('is written for people', () => {
    expect(civil.minuteText(new Date('2027-03-15T16:30:00Z'))).toBe('2027-03-16 00:30');
    expect(civil.dayInWords('2027-03-06')).toBe('2027年3月6日');
    expect(['', '某日'].map(civil.dayInWords)).toEqual(['', '某日']);
    expect(civil.monthDay('2026-06-04')).toBe('6月4日');
  });

  it('counts over leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-06-14', '2027-06-14')).toBe(365);
    expect(daysBetween('2026-06-14', '2026-06-13')).toBe(-1);
    expect(civil.lastDayOfMonth(2028, 2)).toBe('2028-02-29');
  });

  it('names weekdays', () => {
    expect(weekday('2026-06-14')).toBe('星期日');
    expect(weekday('2026-06-15')).toBe('星期一');
  });

  it.each(['2026-02-29', '2026-13-01', '2026-6-1', '26-06-14', '2026-06-14T00:00', ''])(
    'refuses the day “%s”',
    (text) => {
      expect(isCivilDay(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow('请写成 2026-06-14 这样的年月日');
    },
  );

  it.each(['24:00', '9:00', '09:60', '上午九点', ''])('refuses the time “%s”', (time) => {
    expect(() => instantOf('2026-06-14', time)).toThrow('24 小时制');
  });
});

describe('the machine’s zone', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = zone;
  });

  it.each([
    ['Asia/Shanghai', -480],
    ['UTC', 0],
    ['America/New_York', 300],
    ['Pacific/Kiritimati', -840],
    ['Pacific/Pago_Pago', 660],
    ['Australia/Lord_Howe', -660],
  ])('plays no part: %s', (name, offset) => {
    process.env['TZ'] = name;
    expect(new Date('2026-01-15T00:00:00Z').getTimezoneOffset()).toBe(offset);
    const random = createRandom(20260614);
    const china = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    for (let i = 0; i < 1500; i += 1) {
      const instant = new Date(random.int(Date.UTC(1992, 0, 1), Date.UTC(2099, 11, 30)));
      const day = civilDay(instant);
      expect(`${day} ${wallTime(instant)}`).toBe(china.format(instant));
      expect(instantOf(day, wallTime(instant)).getTime()).toBe(Math.floor(instant.getTime() / 60_000) * 60_000);
      expect(new Date(instantText(instant)).getTime()).toBe(Math.floor(instant.getTime() / 1000) * 1000);
      const n = random.int(-4000, 4000);
      expect(daysBetween(day, addDays(day, n))).toBe(n);
      expect(addDays(addDays(day, n), -n)).toBe(day);
    }
  });
});
