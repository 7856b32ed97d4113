import { type CivilDay, civilDay, monthDay, partsOf } from '../../calendar/civil-day.ts';
import type { OccasionDay } from '../../calendar/occasion-days.ts';
import type { Occasion } from '../../calendar/occasion-schema.ts';
import type { Conflict } from './conflict.ts';

/** Posts that hang on an occasion's date, by `waitingKey`: instants of those that have not gone out. */
export type WaitingPosts = ReadonlyMap<string, readonly Date[]>;

export const waitingKey = (slug: string, year: number): string => `${slug}/${year}`;

const span = ({ start, end }: Pick<OccasionDay, 'start' | 'end'>) =>
  start === end ? monthDay(start) : `${monthDay(start)}—${monthDay(end)}`;

/** Occasions of this year whose notice nobody has registered, while posts wait for it: nothing of them goes out. */
export function unconfirmedConflicts(days: readonly OccasionDay[], waiting: WaitingPosts, now: Date): Conflict[] {
  return days
    .filter((day) => isOpen(day, now))
    .flatMap((day) => {
      const coming = (waiting.get(waitingKey(day.slug, partsOf(day.start).year)) ?? [])
        .filter((at) => at >= now)
        .sort((a, b) => a.getTime() - b.getTime());
      const first = coming[0];
      if (!first) return [];
      return {
        kind: 'unconfirmed' as const,
        id: `unconfirmed:${day.slug}:${day.start.slice(0, 4)}`,
        day: civilDay(first),
        message: `${day.start.slice(0, 4)}年${day.title}还没有文号，拟${span(day)}；${coming.length}条推送在等，${monthDay(civilDay(first))}的第一条到时不会发出。`,
        postId: null,
        occasion: day.slug,
      };
    });
}

/** Occasions whose sources name more than one date, as long as no notice of the year has decided it. */
export function twoDatesConflicts(occasions: readonly Occasion[], days: readonly OccasionDay[], now: Date): Conflict[] {
  return days
    .filter((day) => isOpen(day, now))
    .flatMap((day) => {
      const others = (occasions.find(({ slug }) => slug === day.slug)?.otherDates ?? []).filter(
        (other) => dayText(other, day.start) !== day.start,
      );
      if (others.length === 0) return [];
      const told = others.map((other) => `${other.month}月${other.day}日（${other.source}）`).join('、');
      return {
        kind: 'two-dates' as const,
        id: `two-dates:${day.slug}:${day.start.slice(0, 4)}`,
        day: [day.start, ...others.map((other) => dayText(other, day.start))].sort()[0] ?? day.start,
        message: `${day.start.slice(0, 4)}年${day.title}的日子各处说法不一：现在拟${span(day)}，另有${told}。请等当年通知，登记后才算数。`,
        postId: null,
        occasion: day.slug,
      };
    });
}

const isOpen = (day: OccasionDay, now: Date) => day.state === 'proposed' && day.end >= civilDay(now);
const dayText = ({ month, day }: { month: number; day: number }, inYearOf: CivilDay): CivilDay =>
  `${inYearOf.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
