import type { Payload } from 'payload';
import { readable } from '../../../campaigns/bulkhead/each.ts';
import { addDays, civilDay, daysBetween, partsOf, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { OccasionDay } from '../../../campaigns/calendar/occasion-days.ts';
import { dateTasks } from '../../../campaigns/programme/due.ts';
import { campaignOf } from '../../programme/read-campaign.ts';
import type { Campaign } from '../../payload-types.ts';
import { monthDay, nearMoment } from '../../words/words.ts';
import type { Alert } from './alerts.ts';
import { loadCampaigns } from '../../schedule/campaigns.ts';
import { loadYear } from '../../schedule/year.ts';
import { contentOf } from '../../content/content.ts';

/** How far ahead a post without a story begins to be told of, and how long after the end an open task still is. */
const storylessDays = 14;
const openDays = 60;

interface Due {
  due: CivilDay;
  alert: Alert;
}

/** Tasks past their day and posts that near their time without a story, nearest deadline first. */
export async function loadCampaignAlerts(payload: Payload, now: Date): Promise<Alert[]> {
  const today = civilDay(now);
  const { year } = partsOf(today);
  const workdays = await contentOf(payload).workdays();
  const found = await Promise.all(
    [year - 1, year, year + 1].map(async (y) => {
      const [days, { docs }] = await Promise.all([
        loadYear(payload, y),
        payload.find({
          collection: 'campaigns',
          where: { and: [{ year: { equals: y } }, { rehearsal: { not_equals: true } }] },
          pagination: false,
          depth: 0,
          joins: false,
        }),
      ]);
      const open = readable(
        docs,
        ({ id, title }) => [`campaign ${id}`, `活动“${title}”`],
        (row) => {
          const occasion = days.find(({ slug }) => slug === row.occasion);
          return occasion && matters(row, occasion, today)
            ? dateTasks(campaignOf(row).tasks, occasion.start, workdays, today)
                .filter(({ standing }) => standing === 'overdue')
                .map((task) => overdueTask(row, task, today))
            : [];
        },
      ).flat();
      return [...open, ...(await storyless(payload, y, days, now))];
    }),
  );
  return found
    .flat()
    .sort((a, b) => (a.due < b.due ? -1 : 1))
    .map(({ alert }) => alert);
}

/** A draft whose day has come was never taken up; what ended long ago is history. */
const matters = ({ state }: Campaign, { end, start }: OccasionDay, today: CivilDay): boolean =>
  state === 'draft' ? start >= today : addDays(end, openDays) >= today;

const page = (id: string) => `/admin/collections/campaigns/${id}`;

const overdueTask = (
  { id, leadUnit, title }: Campaign,
  task: { due: CivilDay; name: string; owner: string | null; unit: string | null },
  today: CivilDay,
): Due => ({
  due: task.due,
  alert: {
    id: `task-${id}-${task.name}-${task.due}`,
    shape: 'person',
    word: '任务逾期',
    what: `“${title}”的${task.name}应于${monthDay(task.due)}办结（${[task.unit ?? leadUnit ?? '责任单位待定', task.owner].filter(Boolean).join('，')}），已晚${daysBetween(task.due, today)}天。`,
    advice: '办完请在活动的“分工”里填上办结日期和佐证；不再需要的任务请删去。',
    button: '看分工',
    href: page(id),
  },
});

async function storyless(payload: Payload, year: number, days: OccasionDay[], now: Date): Promise<Due[]> {
  const last = addDays(civilDay(now), storylessDays);
  return (await loadCampaigns(payload, year, days))
    .filter(({ settled }) => settled)
    .flatMap(({ posts, title }) =>
      posts
        .filter((post) => post.storyId === null && post.at >= now && civilDay(post.at) <= last)
        .map(
          (post): Due => ({
            due: civilDay(post.at),
            alert: {
              id: `storyless-${post.id}`,
              shape: 'person',
              word: '待定稿',
              what: `“${title}”排在${nearMoment(post.at, now)}的${post.title.replace('（待定稿）', '')}还没有选定稿件。`,
              advice: '到时没有稿件就不会发出：请选一篇已签发的稿件，或删去这一条。',
              button: '选稿件',
              href: `/admin/collections/posts/${post.id}`,
            },
          }),
        ),
    );
}
