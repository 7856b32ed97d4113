import type { CampaignCard } from '../../../cms/read/campaign.ts';
import type { OccasionDay } from '../../../cms/read/occasion.ts';
import { daysBetween, numeralDate, parts, range, shortDate, untilWords } from '../../words/date.ts';

const covers = (span: { start: string; end: string }, today: string) => span.start <= today && today <= span.end;

/** The campaign that leads the front page: one whose own day it is, else the one whose day is nearest. */
export function leadCampaign(campaigns: CampaignCard[], today: string): CampaignCard | null {
  const distance = ({ occasion }: CampaignCard) =>
    covers(occasion, today) ? 0 : Math.min(Math.abs(daysBetween(today, occasion.start)), Math.abs(daysBetween(today, occasion.end)));
  return campaigns.filter((c) => covers(c, today)).sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** True on the occasion's own day or days: then the leaf's numeral is red. */
export function isOwnDay(campaign: CampaignCard, today: string): boolean {
  return covers(campaign.occasion, today);
}

/** The 静默日 that today is, or null. */
export function quietDay(days: OccasionDay[], today: string): OccasionDay | null {
  return days.find((d) => d.kind === 'quiet' && covers(d, today)) ?? null;
}

/** Line above the lead's title, e.g. “今天是全国信用记录关爱日”. */
export function kicker({ occasion }: CampaignCard, today: string): string {
  if (today < occasion.start) return `${untilWords(today, occasion.start)}：${occasion.name}`;
  if (today > occasion.end) return `${occasion.name}专题，仍在进行`;
  if (occasion.start === occasion.end) return `今天是${occasion.name}`;
  return `${occasion.name}，第${daysBetween(occasion.start, today) + 1}天`;
}

export interface Upcoming {
  figure: string;
  /** “月” after a whole month's figure. */
  unit: string;
  title: string;
  /** “8天后”, or “拟7月5日” while it is only proposed. */
  soon: string;
  notes: string[];
  path: string;
}

/** The next occasions as the front page lists them; quiet days are not something to look forward to. */
export function upcoming(days: OccasionDay[], today: string, count = 4): Upcoming[] {
  return days
    .filter((d) => d.kind !== 'quiet' && d.start > today)
    .sort((a, b) => a.start.localeCompare(b.start) || a.state.localeCompare(b.state) || a.slug.localeCompare(b.slug))
    .slice(0, count)
    .map((d) => {
      const { year, month, date } = parts(d.start);
      const whole = date === 1 && daysBetween(d.start, d.end) >= 27 && parts(d.end).month === month;
      const when = d.start === d.end ? shortDate(d.start) : range(d.start, d.end);
      const soon = daysBetween(today, d.start) <= 31 ? [untilWords(today, d.start)] : [];
      const dates = d.start === d.end && soon.length > 0 ? [] : [when];
      const notes = d.state === 'proposed' ? ['等待通知', `拟${when}`] : [...soon, ...dates];
      return {
        figure: whole ? String(month) : numeralDate(d.start),
        unit: whole ? '月' : '',
        title: d.title,
        soon: d.state === 'proposed' ? `拟${shortDate(d.start)}` : untilWords(today, d.start),
        notes,
        path: d.campaignPath ?? `/year/${year}/`,
      };
    });
}
