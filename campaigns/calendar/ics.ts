import { icsFile, type CalendarEvent, type CalendarFile } from './ics-file.ts';
import type { OccasionDay } from './occasion-days.ts';

export interface CalendarHead<T extends OccasionDay = OccasionDay> extends Pick<CalendarFile, 'name' | 'host' | 'now'> {
  /** Absolute address of an occasion's page; null when it has none. */
  linkFor?: (occasion: T) => string | null;
  /** When people last changed something about an occasion of a year; null: never. */
  changedAt?: (occasion: T) => Date | null;
}

/** The calendar to subscribe to: one all-day event an occasion, TENTATIVE until confirmed, and whatever else is public. */
export const occasionsIcs = <T extends OccasionDay>(
  days: readonly T[],
  head: CalendarHead<T>,
  others: readonly CalendarEvent[] = [],
): string =>
  icsFile({ name: head.name, host: head.host, now: head.now, product: 'occasions', refresh: 'P1D' }, [
    ...days.map((day) => eventOf(day, head)),
    ...others,
  ]);

const eventOf = <T extends OccasionDay>(day: T, head: CalendarHead<T>): CalendarEvent => ({
  // Slug and year only: an occasion that moves stays the same event in people's calendars.
  uid: `${day.slug}-${day.start.slice(0, 4)}`,
  when: { start: day.start, end: day.end },
  title: day.title + remark(day),
  description: [
    day.ruleText,
    `主办：${day.organiser}`,
    `出处：${day.source}`,
    ...(day.docNo ? [`文号：${day.docNo}`] : []),
  ],
  url: head.linkFor?.(day) ?? null,
  status: day.state === 'confirmed' ? 'CONFIRMED' : 'TENTATIVE',
  changedAt: head.changedAt?.(day) ?? null,
});

/** What a reader must know beside the name: whether the date stands, and whether the day is one of mourning. */
const remark = ({ state, kind }: OccasionDay) =>
  state === 'proposed' ? '（待确认）' : kind === 'quiet' ? '（静默日）' : '';
