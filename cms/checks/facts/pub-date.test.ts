import { expect, it } from 'vitest';
import { pubDateFindings, pubDateOf } from './pub-date.ts';

it.each([
  ['2026-12-31T16:00:00Z', '2027-01-01 00:00'],
  ['2026-12-31T15:59:59Z', '2026-12-31 23:59'],
  ['2026-06-14T09:00:59+08:00', '2026-06-14 09:00'],
  ['2028-02-28T16:30:00Z', '2028-02-29 00:30'],
])('%s is %s in Beijing', (instant, shown) => {
  expect(pubDateOf(new Date(instant))).toBe(shown);
  expect(pubDateFindings(shown, new Date(instant))).toEqual([]);
});

it.each([
  '2026-6-14 09:00',
  '2026-06-14T09:00',
  '2026-06-14',
  '2026年6月14日',
  '２０２６-06-14 09:00',
  ' 2026-06-14 09:00',
  '',
])('%j is not how a page writes it', (shown) =>
  expect(pubDateFindings(shown, new Date('2026-06-14T09:00:00+08:00'))).toMatchObject([
    { rule: 'site/pub-date-format', level: 'block', at: 'PubDate' },
  ]),
);

it('one minute off is told with the minute of the log', () =>
  expect(pubDateFindings('2026-06-14 09:01', new Date('2026-06-14T09:00:00+08:00'))).toMatchObject([
    { rule: 'site/pub-date-forged', mend: expect.stringContaining('2026-06-14 09:00') },
  ]));
