import { describe, expect, it } from 'vitest';
import { afterMonths, consentFindings, reverifyFindings } from './clock-findings.ts';

it.each([
  ['2026-06-14', 12, '2027-06-14'],
  ['2026-12-14', 1, '2027-01-14'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2026-03-31', 6, '2026-09-30'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-11-30', 13, '2027-12-30'],
  ['2026-06-14', 120, '2036-06-14'],
  ['2026-06-14', 0, '2026-06-14'],
])('%s and %i months: %s', (day, months, end) => expect(afterMonths(day, months)).toBe(end));

describe('consent for a term', () => {
  const said = (until: string | null | undefined, today: string) =>
    consentFindings(until, today, 30).map(({ level, mend }) => `${level} ${mend}`);
  it.each([
    ['nobody has entered a term', null, '2026-06-14', null],
    ['the field was emptied', '', '2026-06-14', null],
    ['far ahead', '2026-07-15', '2026-06-14', null],
    ['thirty days ahead', '2026-07-14', '2026-06-14', 'warn 本人同意的有效期到2026-07-14为止，还有30天'],
    ['on its last day', '2026-06-14', '2026-06-14', 'warn 本人同意的有效期到2026-06-14为止，还有0天'],
    ['on the day after', '2026-06-13', '2026-06-14', 'block 本人同意的有效期到2026-06-13为止，已经过了1天'],
    ['over the end of a year', '2026-12-31', '2027-01-02', 'block 本人同意的有效期到2026-12-31为止，已经过了2天'],
    ['over a leap day', '2028-02-28', '2028-03-01', 'block 本人同意的有效期到2028-02-28为止，已经过了2天'],
  ])('%s', (_what, until, today, words) => {
    const found = said(until, today);
    if (words === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(words)]);
  });
});

describe('what accuses people is verified again', () => {
  const said = (verifiedOn: string, today: string, warnDays = 30) =>
    reverifyFindings(verifiedOn, today, { months: 12, warnDays }).map(({ level }) => level);
  it.each([
    ['long before', '2026-06-14', '2027-05-14', []],
    ['thirty days before', '2026-06-14', '2027-05-15', ['warn']],
    ['on the day', '2026-06-14', '2027-06-14', ['warn']],
    ['on the day after', '2026-06-14', '2027-06-15', ['block']],
    ['years later', '2026-06-14', '2031-01-01', ['block']],
    ['verified on a leap day', '2028-02-29', '2029-03-01', ['block']],
    ['the same, on the last day', '2028-02-29', '2029-02-28', ['warn']],
    ['entered for a day to come', '2027-06-14', '2026-06-14', []],
  ] as const)('%s', (_what, verifiedOn, today, levels) => expect(said(verifiedOn, today)).toEqual(levels));

  it('without a warning ahead only the day itself is told', () => {
    expect(said('2026-06-14', '2027-06-13', 0)).toEqual([]);
    expect(said('2026-06-14', '2027-06-14', 0)).toEqual(['warn']);
  });
});
