import type { Payload } from 'payload';
import { addDays, civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { OccasionDay } from '../../campaigns/calendar/occasion-days.ts';
import { dateTasks } from '../../campaigns/programme/due.ts';
import { channelLines } from '../../campaigns/programme/goals.ts';
import { countOf } from '../../campaigns/programme/results.ts';
import { loadYear } from '../schedule/year.ts';
import type { Campaign as CampaignRow } from '../payload-types.ts';
import { loadPushes, type Pushes } from './load-pushes.ts';
import type { LastYear, Programme } from './programme.ts';
import { campaignOf } from './read-campaign.ts';
import { contentOf } from '../content/content.ts';

/** One campaign with everything about it dated and counted; null when there is none of that id. */
export async function loadProgramme(payload: Payload, id: string, now: Date): Promise<Programme | null> {
  const row = await findCampaign(payload, id);
  if (!row) return null;
  const campaign = campaignOf(row);
  const [occasion, names, workdays, region] = await Promise.all([
    occasionIn(payload, row.year, row.occasion),
    contentOf(payload).channelNames(),
    contentOf(payload).workdays(),
    contentOf(payload).region(),
  ]);
  const today = civilDay(now);
  const start = occasion?.start ?? null;
  const pushes = await loadPushes(payload, row, occasion, names, now);
  const tasks = start ? dateTasks(campaign.tasks, start, workdays, today) : [];
  const phases = start
    ? campaign.phases.map((phase) => ({
        name: phase.name,
        hint: phase.hint,
        start: addDays(start, phase.startOffset),
        end: addDays(start, phase.endOffset),
      }))
    : [];
  const lastDay = occasion && [occasion.end, ...phases.map(({ end }) => end)].sort().at(-1)!;
  const untabled = [
    ...new Set(tasks.filter(({ due }) => workdays.isWorkday(due) === null).map(({ due }) => due.slice(0, 4))),
  ];
  return {
    id,
    campaign,
    host: region.host,
    today,
    occasion,
    lastDay,
    ended: lastDay !== null && lastDay < today,
    tasks,
    phases,
    ...counted(pushes, campaign.goals, names),
    schedule: pushes.schedule,
    corrections: pushes.corrections,
    pictures: await pictureTexts(
      payload,
      tasks.flatMap(({ evidenceFile }) => evidenceFile ?? []),
    ),
    lastYear: await lastYearOf(payload, row, names, now),
    warnings: [
      ...(occasion ? [] : [`节点在${row.year}年还没有日期：登记当年通知以后，才能排出时限和时间。`]),
      ...(occasion?.state === 'proposed'
        ? [`节点日期待确认，现在按${occasion.start}拟排：登记当年通知以后会跟着变。`]
        : []),
      ...(start && tasks.length < campaign.tasks.length
        ? [`有${campaign.tasks.length - tasks.length}项任务的时限算不出来，没有列出：请在“分工”里核对它们的天数。`]
        : []),
      ...(pushes.unreadable > 0 ? [`有${pushes.unreadable}条排期的时间读不出来，没有列出：请在“排期”里核对。`] : []),
      ...(untabled.length > 0 ? [`还没有${untabled.join('、')}年的放假安排，时限只避开了周末，没有避开节假日。`] : []),
    ],
  };
}

const counted = (
  { outcomes }: Pushes,
  goals: Parameters<typeof channelLines>[0],
  names: ReadonlyMap<string, string>,
) => ({
  outcomes,
  counts: countOf(outcomes),
  lines: channelLines(goals, outcomes, names),
});

async function findCampaign(payload: Payload, id: string): Promise<CampaignRow | null> {
  const { docs } = await payload.find({
    collection: 'campaigns',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    joins: false,
  });
  return docs[0] ?? null;
}

export const occasionIn = async (payload: Payload, year: number, slug: string): Promise<OccasionDay | null> =>
  (await loadYear(payload, year)).find((day) => day.slug === slug) ?? null;

/** The confirmed campaign of the same occasion in the year before. */
async function lastYearOf(
  payload: Payload,
  { occasion, year }: CampaignRow,
  names: ReadonlyMap<string, string>,
  now: Date,
): Promise<LastYear | null> {
  const { docs } = await payload.find({
    collection: 'campaigns',
    limit: 1,
    pagination: false,
    depth: 0,
    joins: false,
    where: {
      and: [
        { year: { equals: year - 1 } },
        { occasion: { equals: occasion } },
        { state: { equals: 'confirmed' } },
        { rehearsal: { not_equals: true } },
      ],
    },
  });
  const row = docs[0];
  if (!row) return null;
  const campaign = campaignOf(row);
  const pushes = await loadPushes(payload, row, await occasionIn(payload, row.year, row.occasion), names, now);
  const { counts, lines } = counted(pushes, campaign.goals, names);
  return {
    year: row.year,
    title: row.title,
    counts,
    lines,
    tasks: { done: campaign.tasks.filter(({ doneOn }) => doneOn).length, all: campaign.tasks.length },
    materialCount: campaign.materialCount,
  };
}

async function pictureTexts(payload: Payload, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'media',
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    select: { alt: true },
  });
  return new Map(docs.map(({ id, alt }) => [id, alt]));
}
