import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from './civil-day.ts';
import { loadWorkdays } from './load-workdays.ts';
import { parseYaml } from './read-yaml.ts';
import { workdayYearSchema, type WorkdayYear } from './workday-schema.ts';
import { createWorkdays, type Workdays } from './workday.ts';

let workdays: Workdays;
beforeAll(async () => {
  workdays = await loadWorkdays(process.cwd());
});

const year2031 = (complete: boolean): WorkdayYear => ({
  year: 2031,
  complete,
  holidays: [{ name: '元旦', start: '2031-01-01', end: '2031-01-01' }],
  workdays: ['2031-01-04'],
  source: '示例',
  edition: '示例',
  confidence: 1,
});

describe('2026, as 国办 arranged it', () => {
  it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    'works on the weekend day %s',
    (day) => {
      expect(workdays.isWorkday(day)).toBe(true);
      expect(createWorkdays().isWorkday(day)).toBe(true);
    },
  );

  it.each([
    ['2026-02-15', '2026-02-23'],
    ['2026-05-01', '2026-05-05'],
    ['2026-10-01', '2026-10-07'],
  ])('rests from %s to %s', (start, end) => {
    for (let day = start; day <= end; day = addDays(day, 1)) expect(workdays.isWorkday(day)).toBe(false);
    expect(workdays.isWorkday(addDays(end, 1))).toBe(true);
  });

  it('keeps plain weeks plain', () => {
    expect(workdays.isWorkday('2026-06-12')).toBe(true);
    expect(workdays.isWorkday('2026-06-13')).toBe(false);
    expect(workdays.isWorkday('2026-06-14')).toBe(false);
  });
});

describe('deadlines', () => {
  it.each([
    ['2026-06-12', 3, '2026-06-17'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-10-07', 0, '2026-10-07'],
  ])('from %s, %i working days end on %s', (day, n, end) => {
    expect(workdays.addWorkingDays(day, n)).toEqual({ day: end, warning: null });
  });

  it('counts every day, and warns, where the arrangement is not out', () => {
    const deadline = workdays.addWorkingDays('2031-01-03', 3);
    expect(deadline.day).toBe('2031-01-06');
    expect(deadline.warning).toContain('2031 年的放假安排');
    expect(deadline.warning).toContain('content/workdays/2031.yaml');
    expect(workdays.isWorkday('2031-01-03')).toBeNull();
  });

  it('is never later without a table than with one', () => {
    const withTable = createWorkdays([year2031(true)]);
    for (let day = '2031-01-01'; day < '2031-03-01'; day = addDays(day, 1)) {
      expect(workdays.addWorkingDays(day, 7).day <= withTable.addWorkingDays(day, 7).day).toBe(true);
    }
  });

  it('takes a whole year from a file', () => {
    const withTable = createWorkdays([year2031(true)]);
    expect(withTable.isWorkday('2031-01-04')).toBe(true);
    expect(withTable.addWorkingDays('2030-12-31', 1)).toEqual({ day: '2031-01-02', warning: null });
    expect(withTable.addWorkingDays('2031-01-01', 2)).toEqual({ day: '2031-01-03', warning: null });
    expect(createWorkdays([year2031(false)]).isWorkday('2031-01-04')).toBeNull();
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d working days', (n) => {
    expect(() => workdays.addWorkingDays('2026-06-12', n)).toThrow('请写 0 或正整数');
  });
});

describe('an override file', () => {
  it('cannot make one day both', () => {
    const text = `year: 2031
complete: true
holidays: [{ name: 元旦, start: '2031-01-01', end: '2031-01-03' }]
workdays: ['2031-01-02']
source: 示例
edition: 示例
confidence: 1
`;
    expect(() => parseYaml(text, 'content/workdays/2031.yaml', workdayYearSchema)).toThrow('同一天不能既放假又上班');
  });
});
