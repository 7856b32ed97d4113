import { Lunar, Solar } from 'lunar-typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadOccasions } from './load-occasions.ts';
import { needsNotice, occasionDays, type OccasionNotice } from './occasion-days.ts';
import type { Occasion } from './occasion-schema.ts';

let occasions: Occasion[];
beforeAll(async () => {
  occasions = await loadOccasions(process.cwd());
});
const yearOf = (year: number, notices: OccasionNotice[] = []) =>
  new Map(occasionDays(occasions, year, notices).map((d) => [d.slug, d]));
const spanOf = (slug: string, year: number, notices: OccasionNotice[] = []) => {
  const day = yearOf(year, notices).get(slug);
  return day && `${day.start}..${day.end}`;
};

// Written down again by hand, so that a slip in a data file does not pass.
const sameEveryYear: Record<string, [string, string]> = {
  'lei-feng-day': ['03-05', '03-05'],
  'consumer-rights-day': ['03-15', '03-15'],
  'tax-month': ['04-01', '04-30'],
  'national-security-education-day': ['04-15', '04-15'],
  'ip-week': ['04-20', '04-26'],
  'reading-day': ['04-23', '04-23'],
  'civil-code-month': ['05-01', '05-31'],
  'youth-day': ['05-04', '05-04'],
  'brand-day': ['05-10', '05-10'],
  'open-government-day': ['05-15', '05-15'],
  'childrens-day': ['06-01', '06-01'],
  'safety-month': ['06-01', '06-30'],
  'anti-illegal-fundraising-month': ['06-01', '06-30'],
  'credit-record-day': ['06-14', '06-14'],
  'safety-consultation-day': ['06-16', '06-16'],
  'student-loan-integrity': ['08-20', '08-31'],
  'quality-month': ['09-01', '09-30'],
  'september-18': ['09-18', '09-18'],
  'civic-morality-day': ['09-20', '09-20'],
  'credit-consumption-day': ['09-28', '09-28'],
  'constitution-day': ['12-04', '12-04'],
  'memorial-day': ['12-13', '12-13'],
  'credit-long-march': ['01-01', '12-31'],
};
const byNotice = [
  'online-integrity-day',
  'business-integrity-month',
  'credit-transport-month',
  'food-safety-week',
  'integrity-week',
  'constitution-week',
  'cybersecurity-week',
  'language-week',
  'finance-education-week',
  'reading-week',
  'credit-forum',
  'exam-integrity',
  'conscription-integrity',
  'first-lesson',
  'online-integrity-forum',
];
const holidays = ['spring-festival', 'labour-day', 'national-day', 'qingming'];
const years = Array.from({ length: 21 }, (_, i) => 2020 + i);

describe('every occasion', () => {
  it('is covered by this test', () => {
    expect(occasions.map((o) => o.slug).sort()).toEqual(
      [...Object.keys(sameEveryYear), ...byNotice, ...holidays].sort(),
    );
  });

  it.each(years)('of a fixed rule is confirmed on its day in %i', (year) => {
    const days = yearOf(year);
    for (const [slug, [start, end]] of Object.entries(sameEveryYear)) {
      expect(days.get(slug)).toMatchObject({
        start: `${year}-${start}`,
        end: `${year}-${end}`,
        state: 'confirmed',
        docNo: null,
      });
    }
  });

  it.each(years)('of sun and moon agrees with a second library in %i', (year) => {
    const days = yearOf(year);
    const newYear = Lunar.fromYmd(year, 1, 1).getSolar();
    expect(days.get('spring-festival')?.day).toBe(newYear.toYmd());
    if (year > 2026) {
      expect(days.get('spring-festival')).toMatchObject({
        start: newYear.next(-1).toYmd(),
        end: newYear.next(2).toYmd(),
      });
    }
    expect(days.get('qingming')).toMatchObject({
      start: Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()['清明']?.toYmd(),
      kind: 'quiet',
    });
  });

  it.each(years)('is listed by first day in %i, inside the year, with its ordinal', (year) => {
    const days = occasionDays(occasions, year, []);
    expect(days.map((d) => d.start)).toEqual(days.map((d) => d.start).sort());
    for (const day of days) {
      expect(day.start <= day.day && day.day <= day.end).toBe(true);
      expect(day.end.slice(0, 4)).toBe(String(year));
      expect(day.title).not.toContain('{n}');
    }
    expect(yearOf(year).get('tax-month')?.ordinal).toBe(year - 1991);
    expect(yearOf(year).get('safety-month')?.ordinal).toBe(year - 2001);
    expect(yearOf(year).get('quality-month')?.ordinal).toBe(year - 1977);
  });
});

describe('2026', () => {
  it('has the ordinals of the year', () => {
    const days = yearOf(2026);
    expect(days.get('tax-month')?.title).toBe('第35个税收宣传月');
    expect(days.get('safety-month')?.title).toBe('第25个安全生产月');
    expect(days.get('quality-month')?.title).toBe('第49个质量月');
    expect(days.get('youth-day')).toMatchObject({ title: '青年节', ordinal: null });
  });

  it('has the State Council’s holidays', () => {
    expect(spanOf('spring-festival', 2026)).toBe('2026-02-15..2026-02-23');
    expect(yearOf(2026).get('spring-festival')?.day).toBe('2026-02-17');
    expect(spanOf('labour-day', 2026)).toBe('2026-05-01..2026-05-05');
    expect(spanOf('national-day', 2026)).toBe('2026-10-01..2026-10-07');
  });

  it('has three quiet days', () => {
    const quiet = occasionDays(occasions, 2026, []).filter((d) => d.kind === 'quiet');
    expect(quiet.map((d) => d.start)).toEqual(['2026-04-05', '2026-09-18', '2026-12-13']);
  });
});

describe('statutory holidays', () => {
  it('have the lengths of their time', () => {
    expect(spanOf('labour-day', 2024)).toBe('2024-05-01..2024-05-01');
    expect(spanOf('labour-day', 2027)).toBe('2027-05-01..2027-05-02');
    expect(spanOf('national-day', 2027)).toBe('2027-10-01..2027-10-03');
    expect(spanOf('spring-festival', 2027)).toBe('2027-02-05..2027-02-08');
    expect(spanOf('spring-festival', 2030)).toBe('2030-02-02..2030-02-05');
  });
});

describe('what a notice sets', () => {
  it('stays proposed without one', () => {
    expect(
      occasions
        .filter(needsNotice)
        .map((o) => o.slug)
        .sort(),
    ).toEqual([...byNotice].sort());
    for (const year of years) {
      for (const day of occasionDays(occasions, year, [])) {
        expect(`${day.slug} ${day.state}`).toBe(
          `${day.slug} ${byNotice.includes(day.slug) ? 'proposed' : 'confirmed'}`,
        );
      }
    }
  });

  it('keeps both dates of 网络诚信宣传日 in sight', () => {
    expect(yearOf(2026).get('online-integrity-day')).toMatchObject({ start: '2026-07-05', state: 'proposed' });
    const notes = occasions.find((o) => o.slug === 'online-integrity-day')?.notes;
    expect(notes).toContain('6月12日');
    expect(notes).toContain('7月5日');
    const notice = {
      slug: 'online-integrity-day',
      year: 2026,
      start: '2026-06-12',
      end: '2026-06-12',
      docNo: '示例〔2026〕1号',
    };
    expect(yearOf(2026, [notice]).get('online-integrity-day')).toMatchObject({
      start: '2026-06-12',
      end: '2026-06-12',
      day: '2026-06-12',
      state: 'confirmed',
      docNo: '示例〔2026〕1号',
    });
    expect(yearOf(2027, [notice]).get('online-integrity-day')).toMatchObject({
      start: '2027-07-05',
      state: 'proposed',
      docNo: null,
    });
  });

  it('takes calendar weeks, as the weeks really held did', () => {
    expect(spanOf('cybersecurity-week', 2020)).toBe('2020-09-14..2020-09-20');
    expect(spanOf('cybersecurity-week', 2023)).toBe('2023-09-11..2023-09-17');
    expect(spanOf('language-week', 2026)).toBe('2026-09-14..2026-09-20');
    expect(spanOf('integrity-week', 2026)).toBe('2026-09-14..2026-09-20');
    expect(spanOf('reading-week', 2026)).toBe('2026-04-20..2026-04-26');
    expect(spanOf('food-safety-week', 2025)).toBe('2025-09-11..2025-09-17');
  });

  it('can count Mondays instead', () => {
    const monday = occasions.flatMap((o) =>
      o.slug === 'language-week'
        ? [{ ...o, rule: { kind: 'week' as const, month: 9, nth: 3, reckon: 'monday' as const } }]
        : [],
    );
    expect(occasionDays(monday, 2026, [])[0]).toMatchObject({ start: '2026-09-21', end: '2026-09-27' });
    expect(occasionDays(monday, 2025, [])[0]).toMatchObject({ start: '2025-09-15' });
  });

  it('shows a local occasion only when its day is known', () => {
    expect(spanOf('credit-forum', 2026)).toBeUndefined();
    const notice = { slug: 'credit-forum', year: 2026, start: '2026-11-18', end: '2026-11-18', docNo: null };
    expect(yearOf(2026, [notice]).get('credit-forum')).toMatchObject({
      start: '2026-11-18',
      kind: 'day',
      state: 'confirmed',
    });
  });

  it('takes the last of two notices and ignores unknown ones', () => {
    const notice = (slug: string, start: string) => ({ slug, year: 2026, start, end: start, docNo: null });
    const notices = [
      notice('credit-forum', '2026-11-18'),
      notice('credit-forum', '2026-11-20'),
      notice('gone', '2026-01-01'),
    ];
    expect(spanOf('credit-forum', 2026, notices)).toBe('2026-11-20..2026-11-20');
    expect(occasionDays(occasions, 2026, notices)).toHaveLength(occasionDays(occasions, 2026, []).length + 1);
  });

  it('knows nothing before the first year', () => {
    expect(spanOf('reading-week', 2025)).toBeUndefined();
    expect(spanOf('tax-month', 1991)).toBeUndefined();
    expect(yearOf(1992).get('tax-month')?.title).toBe('第1个税收宣传月');
  });
});
