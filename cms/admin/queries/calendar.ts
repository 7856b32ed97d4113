import type { Payload } from 'payload';
import { addDays, civilDay, dayOf, lastDayOfMonth, partsOf, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { OccasionDay } from '../../../campaigns/calendar/occasion-days.ts';
import { loadCampaigns, type CampaignPhase, type CampaignPost, type YearCampaign } from './campaigns.ts';
import { monthGrid, type Week } from './month-grid.ts';
import { loadYear } from './year.ts';

/** White text keeps ≥ 5.9 on each (look.md §8). */
export const hues = ['#b3261e', '#2f5d8a', '#2e6b57', '#8a5a2b', '#6b4a6e'] as const;

export interface CampaignSpan extends CampaignPhase {
  campaignId: string;
  title: string;
  hue: string;
  settled: boolean;
}
export interface CalendarPost extends CampaignPost {
  hue: string;
  /** One of its copies has an unknown outcome. */
  unknown: boolean;
}
export interface CalendarDay {
  day: CivilDay;
  inMonth: boolean;
  weekend: boolean;
  today: boolean;
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
  /** Proposed occasions from today on, for 要您拿主意. */
  undecided: OccasionDay[];
  posts: number;
  unknown: number;
}

/** One month (1–12) as the desk plans it. Posts and spans of neighbouring years show where weeks overlap the new year. */
export async function loadCalendar(payload: Payload, year: number, month: number, now: Date): Promise<CalendarMonth> {
  const today = civilDay(now);
  const [first, last] = [dayOf(year, month, 1), lastDayOfMonth(year, month)];
  const from = addDays(first, -6);
  const to = addDays(last, 6);
  const years = [...new Set([partsOf(from).year, year, partsOf(to).year])];
  const known = await Promise.all(years.map(async (y) => {
    const days = await loadYear(payload, y);
    return { y, days, campaigns: await loadCampaigns(payload, y, days) };
  }));
  const days = known.flatMap((one) => one.days);
  const coloured = known.flatMap((one) => one.campaigns).map((campaign, i) => ({ ...campaign, hue: hues[i % hues.length] ?? hues[0] }));
  const spans = coloured.flatMap(({ id, title, hue, settled, phases }) => phases.map((phase): CampaignSpan => ({ ...phase, campaignId: id, title, hue, settled })));
  const inView = coloured.flatMap(({ hue, posts }) => posts.map((post) => ({ ...post, hue }))).filter(({ at }) => civilDay(at) >= from && civilDay(at) <= to);
  const unknown = await unknownPosts(payload, inView.map(({ id }) => id));
  const posts = inView.map((post): CalendarPost => ({ ...post, unknown: unknown.has(post.id) }));
  const inMonth = (day: CivilDay) => day >= first && day <= last;
  const weeks = monthGrid(year, month, spans).map((week) => ({
    ...week,
    days: week.days.map((day, column): CalendarDay => ({
      day, inMonth: inMonth(day), weekend: column > 4, today: day === today,
      // Long spans would fill every cell: they are named on their first day only.
      occasions: days.filter(({ start, end, day: own }) => (start === end ? start : own) === day),
      posts: posts.filter(({ at }) => civilDay(at) === day).sort((a, b) => a.at.getTime() - b.at.getTime()),
    })),
  }));
  const here = posts.filter(({ at }) => inMonth(civilDay(at)));
  const touches = ({ phases }: YearCampaign) => phases.some(({ start, end }) => start <= last && end >= first);
  const year12 = known.find(({ y }) => y === year)?.days ?? [];
  return {
    year, month, today, weeks,
    campaigns: coloured.filter(touches).map(({ id, title, hue, settled, posts: own }) => ({ id, title, hue, settled, posts: own.filter(({ at }) => inMonth(civilDay(at))).length })),
    year12,
    undecided: year12.filter(({ state, end }) => state === 'proposed' && end >= today),
    posts: here.length,
    unknown: here.filter((post) => post.unknown).length,
  };
}

async function unknownPosts(payload: Payload, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { docs } = await payload.find({ collection: 'deliveries', where: { and: [{ postId: { in: ids } }, { state: { equals: 'unknown' } }] }, pagination: false, depth: 0, select: { postId: true } });
  return new Set(docs.map(({ postId }) => postId));
}
