import type { CampaignCard } from '../../../cms/read/campaign.ts';
import type { OccasionDay } from '../../../cms/read/occasion.ts';
import { daysBetween, numeralDate, parts, range, shortDate, untilWords } from '../../words/date.ts';
import { isAllYear } from '../year/year-grid.ts';

const covers = (span: { start: string; end: string }, today: string) => span.start <= today && today <= span.end;

/** The campaign that leads the front page: one whose own day it is, else the one whose day is nearest. */
export function leadCampaign(campaigns: CampaignCard[], today: string): CampaignCard | null {
  const distance = ({ occasion }: CampaignCard) =>
    covers(occasion, today)
      ? 0
      : Math.min(Math.abs(daysBetween(today, occasion.start)), Math.abs(daysBetween(today, occasion.end)));
  return campaigns.filter((c) => covers(c, today)).sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** True on the occasion's own day or days: then the leaf's numeral is red. Days off before a feast are not its own yet. */
export function isOwnDay({ occasion }: CampaignCard, today: string): boolean {
  return covers(occasion, today) && today >= occasion.day;
}

/** The 静默日 that today is, or null. */
export function quietDay(days: OccasionDay[], today: string): OccasionDay | null {
  return days.find((d) => d.kind === 'quiet' && covers(d, today)) ?? null;
}

/** Line above the lead's title, e.g. “今天是全国信用记录关爱日”. */
export function kicker({ occasion }: CampaignCard, today: string): string {
  if (today < occasion.day) return `${untilWords(today, occasion.day)}：${occasion.name}`;
  if (today > occasion.end) return `${occasion.name}专题，仍在进行`;
  // A month or a week is not one day; a feast is, however many days off it brings.
  if (today === occasion.day && !/[月周]$/u.test(occasion.name)) return `今天是${occasion.name}`;
  return `${occasion.name}，第${daysBetween(occasion.day, today) + 1}天`;
}

/** Beside the kicker on the occasion's own days: “始于2008年”, “第19个”. */
export function history(campaign: CampaignCard, today: string): string[] {
  const { since, ordinal } = campaign.occasion;
  if (!isOwnDay(campaign, today)) return [];
  return [...(since === null ? [] : [`始于${since}年`]), ...(ordinal === null ? [] : [`第${ordinal}个`])];
}

export interface Upcoming {
  figure: string;
  /** “月” after a whole month's figure. */
  unit: string;
  name: string;
  /** The name with its ordinal. */
  title: string;
  /** “8天后”, or “拟7月5日” while it is only proposed. */
  soon: string;
  notes: string[];
  path: string;
}

/** The next occasions as the front page lists them; quiet days and what runs all year are not something to look forward to. */
export function upcoming(days: OccasionDay[], today: string, count = 4): Upcoming[] {
  return ahead(days, today)
    .slice(0, count)
    .map((d) => shown(d, today));
}

/** The one occasion that a plain leaf names: the next whose date stands, or, when none does, the next proposed one. */
export function nextOccasion(days: OccasionDay[], today: string): Upcoming | null {
  const next = ahead(days, today);
  const day = next.find(({ state }) => state === 'confirmed') ?? next[0];
  return day ? shown(day, today) : null;
}

function ahead(days: OccasionDay[], today: string): OccasionDay[] {
  return days
    .filter((d) => d.kind !== 'quiet' && d.start > today && !isAllYear(d))
    .sort((a, b) => a.start.localeCompare(b.start) || a.state.localeCompare(b.state) || a.slug.localeCompare(b.slug));
}

function shown(d: OccasionDay, today: string): Upcoming {
  const { year, month, date } = parts(d.start);
  const whole = date === 1 && daysBetween(d.start, d.end) >= 27 && parts(d.end).month === month;
  const when = d.start === d.end ? shortDate(d.start) : range(d.start, d.end);
  const soon = daysBetween(today, d.start) <= 31 ? [untilWords(today, d.start)] : [];
  const dates = d.start === d.end && soon.length > 0 ? [] : [when];
  return {
    figure: whole ? String(month) : numeralDate(d.start),
    unit: whole ? '月' : '',
    name: d.name,
    title: d.title,
    soon: d.state === 'proposed' ? `拟${shortDate(d.start)}` : untilWords(today, d.start),
    notes: d.state === 'proposed' ? ['等待通知', `拟${when}`] : [...soon, ...dates],
    path: d.campaignPath ?? `/year/${year}/`,
  };
}
