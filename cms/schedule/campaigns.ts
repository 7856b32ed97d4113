import type { Payload } from 'payload';
import { readable } from '../../campaigns/bulkhead/each.ts';
import { plannedAt } from '../../campaigns/planner/planned-at.ts';
import { addDays, type CivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { OccasionDay } from '../../campaigns/calendar/occasion-days.ts';
import { movesDoor, type MoveRecord } from './move-record.ts';

/** A stretch of a campaign on the calendar, days inclusive. */
export interface CampaignPhase {
  name: string;
  start: CivilDay;
  end: CivilDay;
  part: 'before' | 'main' | 'after';
}

export interface CampaignPost {
  id: string;
  /** Null while the post waits for its story (待定稿). */
  storyId: string | null;
  title: string;
  channels: string[];
  at: Date;
  festive: boolean;
  /** Its date hangs on the occasion's; false: a fixed instant. */
  floating: boolean;
  /** Oldest first. */
  moves: MoveRecord[];
  /** Of a post without a campaign: why nothing of it goes out as it stands, one Chinese sentence; null or absent: nothing. */
  waits?: string | null;
}

export interface YearCampaign {
  id: string;
  title: string;
  year: number;
  /** Its occasion's slug. */
  occasion: string;
  /** False: nothing of it goes out yet, because its day or the campaign itself is not confirmed. */
  settled: boolean;
  phases: CampaignPhase[];
  posts: CampaignPost[];
}

/** The campaigns of a year with their phases and posts dated; campaigns whose occasion has no date that year are left out. */
export async function loadCampaigns(
  payload: Payload,
  year: number,
  days: readonly OccasionDay[],
): Promise<YearCampaign[]> {
  const { docs } = await payload.find({
    collection: 'campaigns',
    where: { and: [{ year: { equals: year } }, { rehearsal: { not_equals: true } }] },
    pagination: false,
    depth: 0,
    joins: false,
  });
  const ids = docs.map(({ id }) => id);
  const posts =
    ids.length === 0
      ? []
      : (
          await payload.find({
            collection: 'posts',
            where: { campaign: { in: ids } },
            pagination: false,
            depth: 1,
            select: {
              campaign: true,
              story: true,
              channels: true,
              anchor: true,
              offsetDays: true,
              time: true,
              at: true,
              label: true,
              festive: true,
              moves: true,
            },
            populate: { stories: { title: true }, campaigns: {} },
          })
        ).docs;
  return readable(
    docs,
    ({ id, title }) => [`campaign ${id}`, `活动“${title}”`],
    (campaign) => {
      const occasion = days.find(({ slug }) => slug === campaign.occasion);
      if (!occasion) return [];
      return {
        id: campaign.id,
        title: campaign.title,
        year,
        occasion: occasion.slug,
        settled: campaign.state === 'confirmed' && occasion.state === 'confirmed',
        phases: campaign.phases.map((phase) => phaseOf(phase, occasion)),
        posts: readable(
          posts.filter((post) => idOf(post.campaign) === campaign.id),
          ({ id, label }) => [`post ${id}`, `排期“${label}”`],
          (post) => ({
            id: post.id,
            storyId: post.story ? idOf(post.story) : null,
            title: post.story
              ? typeof post.story === 'object'
                ? post.story.title
                : post.label
              : `${post.label}（待定稿）`,
            channels: post.channels,
            at: plannedAt(
              { occasion },
              {
                when: post.at ? { at: post.at } : { anchor: post.anchor, offsetDays: post.offsetDays, time: post.time },
              },
            ),
            festive: post.festive ?? false,
            floating: !post.at,
            moves: movesDoor.read(post.moves).value,
          }),
        ).sort((a, b) => a.at.getTime() - b.at.getTime()),
      };
    },
  )
    .flat()
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
}

const idOf = (relation: string | { id: string }): string => (typeof relation === 'string' ? relation : relation.id);
const firstDay = ({ phases }: YearCampaign): CivilDay => phases.map(({ start }) => start).sort()[0] ?? '';

function phaseOf(
  phase: { name: string; startOffset: number; endOffset: number },
  occasion: OccasionDay,
): CampaignPhase {
  const start = addDays(occasion.start, phase.startOffset);
  const end = addDays(occasion.start, Math.max(phase.startOffset, phase.endOffset));
  const part = end < occasion.start ? 'before' : start > occasion.end ? 'after' : 'main';
  return { name: phase.name, start, end, part };
}
