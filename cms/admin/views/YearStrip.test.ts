import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { OccasionDay } from '../../../campaigns/calendar/occasion-days.ts';
import { show } from '../testing/page.ts';
import { YearStrip } from './YearStrip.tsx';

const day = (slug: string, start: string, end = start, state = 'confirmed') =>
  ({ slug, start, end, state }) as unknown as OccasionDay;
const strip = async (days: OccasionDay[], { month = 6, today = '2026-06-14', year = 2026 } = {}) => {
  const page = await show(createElement(YearStrip, { days, month, today: today as never, year }));
  const bars = [...(page.find('ol')?.children ?? [])].map((cell) =>
    [...cell.querySelectorAll('.cx-strip__bar')].map((bar) => ({
      kind: bar.className.replace(/cx-strip__bar\s?-?-?/g, '').trim(),
      style: bar.getAttribute('style') ?? '',
    })),
  );
  return { ...page, bars };
};

it('twelve months with the way to each; the one that is shown is marked', async () => {
  const { find, links } = await strip([]);
  expect(links.map(({ href, words }) => `${words} ${href.split('=')[1]}`)).toEqual(
    Array.from({ length: 12 }, (_, i) => `${i + 1}月 2026-${String(i + 1).padStart(2, '0')}`),
  );
  expect([find('[aria-current=page]')?.textContent, find('nav')?.getAttribute('aria-label')]).toEqual([
    '6月',
    '2026年各月',
  ]);
});

describe('an occasion', () => {
  it.each<[string, OccasionDay, number[]]>([
    ['of one day stands in its month', day('a', '2026-06-14'), [6]],
    ['over the end of a month stands in both', day('a', '2026-06-25', '2026-07-05'), [6, 7]],
    ['from the last day of a year stands in it', day('a', '2026-12-31', '2027-01-03'), [12]],
    ['from the year before stands where it goes on', day('a', '2025-12-20', '2026-01-02'), [1]],
    ['that lasts all year says nothing of any month', day('a', '2026-01-01', '2026-12-31'), []],
  ])('%s', async (_, one, months) => {
    const { bars } = await strip([one]);
    expect(bars.flatMap((of, i) => (of.length > 0 ? [i + 1] : []))).toEqual(months);
  });

  it.each<[string, OccasionDay, string]>([
    ['that nobody has confirmed is dashed', day('a', '2026-06-14', '2026-06-14', 'proposed'), 'proposed'],
    ['that is today is red', day('a', '2026-06-14'), 'today'],
    ['of another day is not', day('a', '2026-06-15'), ''],
    ['that lasts some days is not red on one of them', day('a', '2026-06-10', '2026-06-20'), ''],
  ])('%s', async (_, one, kind) => {
    expect((await strip([one])).bars[5]?.map((bar) => bar.kind)).toEqual([kind]);
  });

  it('begins where it begins and never reaches beyond its month', async () => {
    const { bars } = await strip([day('a', '2026-06-16', '2026-07-15')]);
    expect([bars[5]?.[0]?.style, bars[6]?.[0]?.style]).toEqual([
      'margin-left:50%;width:max(6px, 50%)',
      `margin-left:0%;width:max(6px, ${(15 / 31) * 100}%)`,
    ]);
  });
});

it('a month with more occasions than there is room shows five of them', async () => {
  const { bars } = await strip(Array.from({ length: 8 }, (_, i) => day(`d${i}`, `2026-06-0${i + 1}`)));
  expect(bars[5]).toHaveLength(5);
});
