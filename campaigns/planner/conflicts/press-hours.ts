import { civilDay, monthDay, wallTime } from '../../calendar/civil-day.ts';
import type { Workdays } from '../../calendar/workday.ts';
import type { Conflict, DatedPost } from './conflict.ts';

/** When the desk of an outlet is there for contributions. */
export interface PressHours {
  /** Chinese name for people. */
  name: string;
  /** `HH:mm` Asia/Shanghai: what comes later is for the next issue. */
  deadline: string;
}

/**
 * Contributions planned for after an outlet's cut-off, or for a day on which nobody works there: they would be printed
 * later than meant (channels.md §3). A warning: nothing is stopped by it.
 * @param hours by channel; channels without are no newspapers
 * @param workdays in years without a table only the cut-off is judged
 */
export function pressHoursConflicts(
  posts: readonly DatedPost[],
  hours: ReadonlyMap<string, PressHours>,
  workdays: Pick<Workdays, 'isWorkday'>,
  now: Date,
): Conflict[] {
  return posts
    .filter(({ at }) => at >= now)
    .flatMap((post) =>
      post.channels.flatMap((channel): Conflict[] => {
        const outlet = hours.get(channel);
        if (!outlet || post.done.has(channel)) return [];
        const day = civilDay(post.at);
        const time = wallTime(post.at);
        const troubles = [
          ...(workdays.isWorkday(day) === false ? ['当天不上班'] : []),
          ...(time > outlet.deadline ? [`已过当天 ${outlet.deadline} 的截稿时间`] : []),
        ];
        if (troubles.length === 0) return [];
        return [
          {
            kind: 'press-hours',
            id: `press-hours:${channel}:${post.id}`,
            day,
            message: `${monthDay(day)} ${time} 给${outlet.name}供稿《${post.title}》，${troubles.join('，')}：赶不上当期，请提前到工作日 ${outlet.deadline} 以前，或接受下一期刊发。`,
            postId: post.id,
            occasion: null,
          },
        ];
      }),
    );
}
