import type { Payload } from 'payload';
import { readable } from '../../campaigns/bulkhead/each.ts';
import { addDays, civilDay, daysBetween, instantOf } from '../../campaigns/calendar/civil-day.ts';
import { icsFile, type CalendarEvent } from '../../campaigns/calendar/ics-file.ts';
import type { OccasionDay } from '../../campaigns/calendar/occasion-days.ts';
import { dailyId, dailyTitle } from '../../campaigns/planner/daily.ts';
import { dateTasks, type DatedTask } from '../../campaigns/programme/due.ts';
import { loadCampaigns, type CampaignPost } from '../schedule/campaigns.ts';
import { loadDailyCampaign } from '../schedule/daily-campaign.ts';
import { loadYear } from '../schedule/year.ts';
import type { Campaign } from '../payload-types.ts';
import { campaignOf } from './read-campaign.ts';
import { pushHref } from '../daily/push-href.ts';
import { contentOf } from '../content/content.ts';

interface Address {
  adminUrl: string;
  host: string;
  siteName: string;
}

/** How much of the past a phone keeps. */
const keptDays = 90;

/**
 * The desk's own calendar: every task on its day and every push at its minute, last year to next. For staff only. A
 * campaign, task or post that cannot be read is told as stuck; it takes the calendar from nobody.
 */
export async function staffIcs(payload: Payload, now: Date, { adminUrl, host, siteName }: Address): Promise<string> {
  const today = civilDay(now);
  const year = Number(today.slice(0, 4));
  const [workdays, channels] = await Promise.all([contentOf(payload).workdays(), contentOf(payload).channels()]);
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  const events = await Promise.all(
    [year - 1, year, year + 1].map(async (y) => {
      const days = await loadYear(payload, y);
      const { docs } = await payload.find({
        collection: 'campaigns',
        where: { and: [{ year: { equals: y } }, { rehearsal: { not_equals: true } }] },
        pagination: false,
        depth: 0,
        joins: false,
      });
      const tasks = readable(
        docs,
        ({ id, title }) => [`campaign ${id}`, `活动“${title}”`],
        (row) => {
          const occasion = days.find(({ slug }) => slug === row.occasion);
          return occasion
            ? dateTasks(campaignOf(row).tasks, occasion.start, workdays, today).map((task, i) =>
                taskEvent(row, occasion, task, i, adminUrl),
              )
            : [];
        },
      ).flat();
      const posts = (await loadCampaigns(payload, y, days)).flatMap((campaign) =>
        campaign.posts.map((post) => postEvent(campaign, post, names, adminUrl)),
      );
      return [...tasks, ...posts];
    }),
  );
  const daily = await loadDailyCampaign(payload, [year - 1, year, year + 1]);
  const pushes = (daily?.posts ?? []).map((post) => dailyEvent(post, names, adminUrl));
  const recent = [...events.flat(), ...pushes].filter(
    ({ when }) => daysBetween('at' in when ? civilDay(when.at) : when.end, today) <= keptDays,
  );
  // The hour, so that a program that comes back at once sees the same text.
  const stamp = new Date(Math.max(instantOf(today).getTime(), Math.floor(now.getTime() / 3_600_000) * 3_600_000));
  return icsFile({ name: `${siteName}工作日程（内部）`, host, now: stamp, product: 'desk', refresh: 'PT1H' }, recent);
}

const page = (adminUrl: string, id: string) => `${adminUrl}/admin/collections/campaigns/${id}`;

const taskEvent = (
  { id, leadUnit, state, tasks, title }: Campaign,
  occasion: OccasionDay,
  task: DatedTask,
  i: number,
  adminUrl: string,
): CalendarEvent => ({
  // The row's own id survives a change of order and of date.
  uid: `task-${tasks?.find((row) => row.name === task.name && row.offsetDays === task.offsetDays)?.id ?? `${id}-${i}`}`,
  when: { start: task.due, end: task.due },
  title: `${task.doneOn ? '✓' : '任务'} ${task.name}（${title}）`,
  description: [
    `活动：${title}，节点 ${occasion.title} ${occasion.start}`,
    `责任单位：${task.unit ?? leadUnit ?? '待定'}${task.owner ? `，${task.owner}` : ''}`,
    task.doneOn ? `已于 ${task.doneOn} 办结` : `时限 ${task.due}，${addDays(task.due, 1)} 起算逾期`,
  ],
  url: page(adminUrl, id),
  status: state === 'confirmed' && occasion.state === 'confirmed' ? 'CONFIRMED' : 'TENTATIVE',
});

const postEvent = (
  { id, settled, title }: { id: string; settled: boolean; title: string },
  post: CampaignPost,
  names: ReadonlyMap<string, string>,
  adminUrl: string,
): CalendarEvent => ({
  uid: `post-${post.id}`,
  when: { at: post.at, minutes: 15 },
  title: `推送 ${post.title}`,
  description: [
    ...(id === dailyId ? ['日常推送，不属于任何活动'] : [`活动：${title}`]),
    `渠道：${post.channels.map((channel) => names.get(channel) ?? channel).join('、')}`,
    ...(post.storyId === null ? ['稿件还没有定，到时不会发出'] : []),
    ...(post.waits ? [post.waits] : []),
  ],
  url: page(adminUrl, id),
  status: settled && post.storyId !== null ? 'CONFIRMED' : 'TENTATIVE',
});

/** A post without a campaign leads to its own page: there its second person confirms it. */
const dailyEvent = (post: CampaignPost, names: ReadonlyMap<string, string>, adminUrl: string): CalendarEvent => ({
  ...postEvent({ id: dailyId, settled: !post.waits, title: dailyTitle }, post, names, adminUrl),
  url: `${adminUrl}${pushHref(post.id)}`,
});
