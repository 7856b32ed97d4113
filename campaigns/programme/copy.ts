import { civilDay, daysBetween, wallTime } from '../calendar/civil-day.ts';
import type { OccasionDay } from '../calendar/occasion-days.ts';
import type { Campaign, CampaignPost } from './campaign.ts';
import type { ProgrammeRules } from './rules-schema.ts';
import { openTask, templateTasks } from './task.ts';

export interface CampaignCopy {
  campaign: Campaign;
  posts: CampaignPost[];
}

export interface CopyInput extends CampaignCopy {
  /** The occasion in the campaign's own year and in the year after. */
  from: OccasionDay;
  to: OccasionDay;
  rules: ProgrammeRules;
}

/**
 * Next year's draft of a campaign: same phases, units, goals and schedule around next year's day. What belonged to one
 * year alone is emptied: approval, evidence, results, and the stories, which staff choose anew.
 */
export function copyToNextYear({ campaign, posts, from, to, rules }: CopyInput): CampaignCopy {
  const year = campaign.year + 1;
  const renew = renewed(campaign.year, from, to);
  const tasks =
    campaign.tasks.length > 0 ? campaign.tasks.map(openTask) : templateTasks(rules, to.kind, campaign.leadUnit);
  return {
    campaign: {
      ...campaign,
      year,
      title: renew(campaign.title),
      theme: renew(campaign.theme),
      standfirst: renew(campaign.standfirst),
      purpose: campaign.purpose && renew(campaign.purpose),
      actions: campaign.actions.map(({ label, path }) => ({
        label,
        path: path.replace(`/year/${campaign.year}/`, `/year/${year}/`),
      })),
      tasks,
      outcome: null,
      materialCount: null,
      state: 'draft',
      docNo: null,
      confirmedOn: null,
    },
    posts: posts.map((post) => ({ ...post, ...momentOf(post, from), at: null, storyId: null })),
  };
}

/** “2026年” and “第49个质量月” become next year's; `basis` is left alone, because it cites. */
function renewed(year: number, from: OccasionDay, to: OccasionDay): (text: string) => string {
  const ordinals = [from, to].map(({ title, name }) => title.replace(name, ''));
  return (text) => {
    const dated = text.replaceAll(`${year}年`, `${year + 1}年`);
    if (from.ordinal === null || to.ordinal === null) return dated;
    return dated.replaceAll(from.title, to.title).replaceAll(ordinals[0] || from.title, ordinals[1] || to.title);
  };
}

/** A post at a fixed instant keeps its distance from the occasion. */
function momentOf(
  { anchor, at, offsetDays, time }: CampaignPost,
  { start }: OccasionDay,
): Pick<CampaignPost, 'anchor' | 'offsetDays' | 'time'> {
  if (at === null) return { anchor, offsetDays, time };
  const instant = new Date(at);
  return { anchor: 'start', offsetDays: daysBetween(start, civilDay(instant)), time: wallTime(instant) };
}
