import type { Payload } from 'payload';
import {
  addDays,
  civilDay,
  dayOf,
  lastDayOfMonth,
  partsOf,
  type CivilDay,
} from '../../../campaigns/calendar/civil-day.ts';
import type { OccasionDay } from '../../../campaigns/calendar/occasion-days.ts';
import type { Conflict } from '../../../campaigns/planner/conflicts/conflict.ts';
import { dailyId } from '../../../campaigns/planner/daily.ts';
import { findConflicts } from '../../../campaigns/planner/conflicts/find.ts';
import type { CampaignPhase, CampaignPost, YearCampaign } from '../../schedule/campaigns.ts';
import { readUnsigned } from '../../ops/unsigned.ts';
import { monthGrid, type Week } from './month-grid.ts';
import { loadProposals, type Proposal } from './proposals.ts';
import { loadPlan } from '../../schedule/plan.ts';

/** Further ahead an unsigned story is the rule, not worth a mark. */
const unsignedAheadDays = 14;

/** White text keeps ≥ 5.9 on each (look.md §8). */
const hues = ['#b3261e', '#2f5d8a', '#2e6b57', '#8a5a2b', '#6b4a6e'] as const;

export interface CampaignSpan extends CampaignPhase {
  campaignId: string;
  title: string;
  hue: string;
  settled: boolean;
}
export interface CalendarPost extends CampaignPost {
  hue: string;
  /** Its campaign's id and title. */
  campaignId: string;
  campaign: string;
  /** One of its copies has an unknown outcome. */
  unknown: boolean;
  /** Why it will not go out, or has not, as things stand; null when nothing hinders it. */
  unsigned: string | null;
  /** Out on some channel, or done with on all: it cannot be moved any more. */
  over: boolean;
}
export interface CalendarConflict extends Conflict {
  /** The day on which the post to be moved stands now. */
  postDay: CivilDay | null;
  /** That post is of no campaign. */
  isDaily: boolean;
}
export interface CalendarDay {
  day: CivilDay;
  inMonth: boolean;
  weekend: boolean;
  today: boolean;
  /** Festive posts are held on it. */
  quiet: boolean;
  occasions: OccasionDay[];
  posts: CalendarPost[];
}
export interface CalendarWeek extends Omit<Week<CampaignSpan>, 'days'> {
  days: CalendarDay[];
}
export interface CalendarMonth {
  year: number;
  month: number;
  today: CivilDay;
  weeks: CalendarWeek[];
  /** Campaigns that touch the month, with how many posts of theirs fall into it. */
  campaigns: { id: string; title: string; hue: string; posts: number; settled: boolean }[];
  /** All occasions of the year, for the strip. */
  year12: OccasionDay[];
  /** What needs a person's decision from now to the end of next year, for 要您拿主意. */
  conflicts: CalendarConflict[];
  /** Drafts for next year that the system has made. */
  proposals: Proposal[];
  posts: number;
  unknown: number;
}

/** One month (1–12) as the desk plans it. Posts and spans of neighbouring years show where weeks overlap the new year. */
export async function loadCalendar(payload: Payload, year: number, month: number, now: Date): Promise<CalendarMonth> {
  const today = civilDay(now);
  const [first, last] = [dayOf(year, month, 1), lastDayOfMonth(year, month)];
  const [from, to] = [addDays(first, -6), addDays(last, 6)];
  // A campaign's posts may lie months before or after its year: what counts is the day on which they go out.
  const yearsShown = new Set([year - 1, year, year + 1]);
  const thisYear = partsOf(today).year;
  // What needs a decision is told wherever one looks: from now to the end of next year.
  const plan = await loadPlan(payload, [...new Set([...yearsShown, thisYear, thisYear + 1])].sort());
  const shown = plan.campaigns.filter(({ id, year: own }) => id === dailyId || yearsShown.has(own));
  const unsigned = new Map(
    (await readUnsigned(payload, now, { back: 62, ahead: unsignedAheadDays })).map((row) => [row.postId, row]),
  );
  const coloured = shown.map((campaign, i) => ({ ...campaign, hue: hues[i % hues.length] ?? hues[0] }));
  const spans = coloured.flatMap(({ id, title, hue, settled, phases }) =>
    phases.map((phase): CampaignSpan => ({ ...phase, campaignId: id, title, hue, settled })),
  );
  const dated = new Map(plan.posts.map((post) => [post.id, post]));
  const posts = coloured
    .flatMap(({ hue, id: campaignId, posts: own, title }) =>
      own.map((post): CalendarPost => {
        const copies = dated.get(post.id);
        return {
          ...post,
          hue,
          campaignId,
          campaign: title,
          unknown: plan.unknown.has(post.id),
          unsigned: unsigned.get(post.id)?.why ?? null,
          over: post.channels.every((channel) => copies?.done.has(channel)) || (copies?.out.size ?? 0) > 0,
        };
      }),
    )
    .filter(({ at }) => civilDay(at) >= from && civilDay(at) <= to);
  const daily = new Set(shown.filter(({ id }) => id === dailyId).flatMap(({ posts: own }) => own.map(({ id }) => id)));
  const inMonth = (day: CivilDay) => day >= first && day <= last;
  const weeks = monthGrid(year, month, spans).map((week) => ({
    ...week,
    days: week.days.map(
      (day, column): CalendarDay => ({
        day,
        inMonth: inMonth(day),
        weekend: column > 4,
        today: day === today,
        quiet: plan.quietDays.has(day),
        // Long spans would fill every cell: they are named on their first day only.
        occasions: plan.days.filter(({ start, end, day: own }) => (start === end ? start : own) === day),
        posts: posts.filter(({ at }) => civilDay(at) === day).sort((a, b) => a.at.getTime() - b.at.getTime()),
      }),
    ),
  }));
  const here = posts.filter(({ at }) => inMonth(civilDay(at)));
  const touches = ({ phases }: YearCampaign) => phases.some(({ start, end }) => start <= last && end >= first);
  return {
    year,
    month,
    today,
    weeks,
    campaigns: coloured.filter(touches).map(({ id, title, hue, settled, posts: own }) => ({
      id,
      title,
      hue,
      settled,
      posts: own.filter(({ at }) => inMonth(civilDay(at))).length,
    })),
    proposals: await loadProposals(payload, thisYear),
    year12: plan.days.filter(({ start }) => partsOf(start).year === year),
    conflicts: findConflicts({
      ...plan,
      posts: plan.posts.filter(({ at }) => partsOf(civilDay(at)).year <= Math.max(year, thisYear + 1)),
      now,
    }).map((conflict) => {
      const at = dated.get(conflict.postId ?? '')?.at;
      return { ...conflict, postDay: at ? civilDay(at) : null, isDaily: daily.has(conflict.postId ?? '') };
    }),
    posts: here.length,
    unknown: here.filter((post) => post.unknown).length,
  };
}
