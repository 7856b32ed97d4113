import { expect, it } from 'vitest';
import { loadOccasions } from '../../../campaigns/calendar/load-occasions.ts';
import { datedTwice, runDecade } from './decade.ts';
import { oracle } from './oracle.ts';
import { within } from '../../../.config/patience.ts';

const years = Array.from({ length: 10 }, (_, i) => 2026 + i);

it('the oracle itself agrees with what is published', () => {
  expect(oracle({ kind: 'lunar', month: 1, day: 1 }, 2027)).toEqual(['2027-02-06', '2027-02-06']);
  expect(oracle({ kind: 'solar-term', term: '清明' }, 2026)).toEqual(['2026-04-05', '2026-04-05']);
  expect(oracle({ kind: 'month', month: 2 }, 2028)).toEqual(['2028-02-01', '2028-02-29']);
  // 2026-09-01 is a Tuesday: the first calendar week began the day before, the first Monday is the 7th.
  expect(oracle({ kind: 'week', month: 9, nth: 3, reckon: 'calendar-week' }, 2026)).toEqual([
    '2026-09-14',
    '2026-09-20',
  ]);
  expect(oracle({ kind: 'week', month: 9, nth: 3, reckon: 'monday' }, 2026)).toEqual(['2026-09-21', '2026-09-27']);
  expect(oracle({ kind: 'week', month: 4, around: 26 }, 2026)).toEqual(['2026-04-20', '2026-04-26']);
});

it('every occasion of 2026–2035 has the same days by the calendar and by the oracle', async () => {
  const dated = datedTwice(await loadOccasions(process.cwd()), years);
  expect(dated.filter((d) => d.ours !== d.theirs)).toEqual([]);
  expect(new Set(dated.map((d) => d.slug)).size).toBeGreaterThanOrEqual(20);
  expect(dated.length).toBeGreaterThanOrEqual(200);
});

it(
  'a decade of campaigns goes out on the minute that the oracle says, each copy once',
  async () => {
    const { deliveries, expected, posted, occasions, campaigns } = await runDecade(years);
    expect(occasions).toBeGreaterThanOrEqual(20);
    expect(campaigns).toBeGreaterThanOrEqual(200);
    const wrong = deliveries.filter(
      (d) => d.state !== 'confirmed' || Number(d.sentAt) !== Number(expected.get(d.postId)) || posted.get(d.id) !== 1,
    );
    expect(wrong.map((d) => [d.postId, d.state, d.sentAt, expected.get(d.postId)])).toEqual([]);
    expect(deliveries.map((d) => d.postId).sort()).toEqual([...expected.keys()].sort());
  },
  within(180_000),
);
