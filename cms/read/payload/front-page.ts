import type { Payload } from 'payload';
import { readable } from '../../../campaigns/bulkhead/each.ts';
import { civilDay, minuteInstant, minuteText, partsOf } from '../../../campaigns/calendar/civil-day.ts';
import { quietDays } from '../../../campaigns/planner/quiet-days.ts';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import type { FrontItem } from '../../story/front-item.ts';
import { publicRows } from '../../texts/public-rows.ts';
import type { FrontPage } from '../front-page.ts';
import { cardFields, cardOf } from './card.ts';
import { columnNames } from './column-names.ts';
import { readYear } from './campaigns.ts';
import type { Reading } from './source.ts';

/** The items of the arrangement that two people stand for; none while there is no such arrangement. */
export async function agreedItems(payload: Payload): Promise<FrontItem[]> {
  const { docs } = await payload.find({ collection: 'front-pages', depth: 0, pagination: false, limit: 1 });
  return (await publicRows(payload, 'front-pages', docs)).flatMap(({ items }) => asItems(items));
}

/** Items as a row or its copy holds them; one without a number is none. */
export const asItems = (
  items: readonly { place?: unknown; serial?: unknown; until?: unknown; quiet?: unknown }[] | null | undefined,
): FrontItem[] =>
  (items ?? []).flatMap(({ place, quiet, serial, until }) =>
    typeof serial === 'number' && typeof place === 'string'
      ? [{ place, serial, until: text(until), quiet: text(quiet) }]
      : [],
  );

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * The front page at the clock's moment: whoever was withdrawn, has ended, still waits for its minute or whose time at the
 * top is over is left out, and on a 静默日 everything that is to give way. What was corrected shows as it stands now.
 */
export async function readFrontPage(
  { payload, standing }: Reading,
  clock: Clock,
  items: readonly FrontItem[],
): Promise<FrontPage> {
  const now = clock.now();
  const quiet = items.length > 0 && (await isQuiet(payload, now));
  const wanted = items.filter(
    (item) => !(item.until && item.until <= minuteText(now)) && !(quiet && item.quiet !== '静默日照常'),
  );
  if (wanted.length === 0) return { lead: null, pinned: [] };
  const [names, live] = await Promise.all([columnNames(payload), standing.live()]);
  const { docs } = await payload.find({
    collection: 'publications',
    where: {
      and: [live, { serial: { in: wanted.map(({ serial }) => serial) } }, { kind: { not_equals: 'material' } }],
    },
    depth: 0,
    pagination: false,
    select: cardFields,
  });
  const cards = new Map(
    readable(
      docs,
      ({ serial }) => [`publication ${serial}`, `网站上的第 ${serial} 号稿件`],
      (row) => [row.serial, cardOf(row, names)] as const,
    ),
  );
  const placed = (place: string) =>
    wanted.flatMap((item) => (item.place === place ? (cards.get(item.serial) ?? []) : []));
  return { lead: placed('头条')[0] ?? null, pinned: placed('置顶') };
}

async function isQuiet(payload: Payload, now: Date): Promise<boolean> {
  const day = civilDay(now);
  return quietDays(await readYear(payload, partsOf(day).year)).has(day);
}

/** When what is agreed to changes by the clock alone: somebody's time at the top is over. */
export async function frontTurns(payload: Payload): Promise<Date[]> {
  return readable(
    await agreedItems(payload),
    ({ serial }) => [`front page ${serial}`, `首页上的第 ${serial} 号`],
    ({ until }) => (until ? (minuteInstant(until) ?? []) : []),
  ).flat();
}
