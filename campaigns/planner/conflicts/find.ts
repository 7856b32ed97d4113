import type { CivilDay } from '../../calendar/civil-day.ts';
import type { OccasionDay } from '../../calendar/occasion-days.ts';
import type { Occasion } from '../../calendar/occasion-schema.ts';
import type { Workdays } from '../../calendar/workday.ts';
import type { ChannelQuota } from '../quota.ts';
import type { Conflict, DatedPost } from './conflict.ts';
import { embargoConflicts } from './embargo.ts';
import { twoDatesConflicts, unconfirmedConflicts, type WaitingPosts } from './occasions.ts';
import { overbookedConflicts } from './overbooked.ts';
import { pressHoursConflicts, type PressHours } from './press-hours.ts';
import { quietConflicts } from './quiet.ts';
import { sameHourConflicts } from './same-hour.ts';

export interface ConflictInput {
  posts: readonly DatedPost[];
  /** Rules with what sources disagree on. */
  occasions: readonly Occasion[];
  /** The same, dated in the years that are looked at. */
  days: readonly OccasionDay[];
  waiting: WaitingPosts;
  quietDays: ReadonlySet<CivilDay>;
  /** One per channel, also those without rules: they carry the channels' names. */
  quotas: readonly ChannelQuota[];
  /** When newspapers take contributions, by channel. */
  pressHours?: ReadonlyMap<string, PressHours>;
  workdays?: Pick<Workdays, 'isWorkday'>;
  now: Date;
}

/** Everything in the plan from `now` on that needs a person's decision, what matters first first. Pure. */
export function findConflicts({
  posts,
  occasions,
  days,
  waiting,
  quietDays,
  quotas,
  pressHours = new Map(),
  workdays = { isWorkday: () => null },
  now,
}: ConflictInput): Conflict[] {
  const names = new Map(quotas.map(({ channel, name }) => [channel, name]));
  return [
    ...overbookedConflicts(posts, quotas, now),
    ...quietConflicts(posts, quietDays, now),
    ...embargoConflicts(posts, now),
    ...sameHourConflicts(posts, names, now),
    ...pressHoursConflicts(posts, pressHours, workdays, now),
    ...unconfirmedConflicts(days, waiting, now),
    ...twoDatesConflicts(occasions, days, now),
  ].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}
