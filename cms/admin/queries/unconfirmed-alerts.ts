import { campaignWords } from '../../words/campaign-words.ts';
import type { Payload } from 'payload';
import { addDays, civilDay, partsOf, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { Campaign } from '../../payload-types.ts';
import { nobodyToConfirm } from '../../texts/nobody-to-confirm.ts';
import { monthDay } from '../../words/words.ts';
import type { Alert } from './alerts.ts';
import { loadCampaigns } from '../../schedule/campaigns.ts';
import { loadYear } from '../../schedule/year.ts';

/** How far ahead of its first day a campaign that nobody has confirmed begins to be told of. */
const unconfirmedDays = 14;

/** Campaigns near or past their first day, and not over, of which nothing is on the site and nothing goes out because nobody has confirmed them; the nearest first. */
export async function unconfirmedAlerts(payload: Payload, now: Date): Promise<Alert[]> {
  const today = civilDay(now);
  const { year } = partsOf(today);
  const { docs: drafts } = await payload.find({
    collection: 'campaigns',
    where: {
      and: [
        { state: { equals: 'draft' } },
        { rehearsal: { not_equals: true } },
        { year: { in: [year - 1, year, year + 1] } },
      ],
    },
    depth: 0,
    joins: false,
    pagination: false,
  });
  if (drafts.length === 0) return [];
  const dated = (
    await Promise.all(
      [...new Set(drafts.map((row) => row.year))].map(async (y) =>
        loadCampaigns(payload, y, await loadYear(payload, y)),
      ),
    )
  ).flat();
  const near = dated
    .flatMap(({ id, phases, posts }) => {
      const row = drafts.find((draft) => draft.id === id);
      const days = [...phases.flatMap(({ end, start }) => [start, end]), ...posts.map(({ at }) => civilDay(at))].sort();
      const [first, last] = [days[0], days.at(-1)];
      return row && first && last && first <= addDays(today, unconfirmedDays) && last >= today
        ? [{ row, first, posts: posts.length }]
        : [];
    })
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  if (near.length === 0) return [];
  const { docs: posts } = await payload.find({
    collection: 'posts',
    where: { campaign: { in: near.map(({ row }) => row.id) } },
    depth: 0,
    pagination: false,
  });
  const stuck = await nobodyToConfirm(
    payload,
    near.map(({ row }) => row),
    posts,
  );
  return near.map(({ first, posts: count, row }) => alertOf(row, { first, today, count, isStuck: stuck.has(row.id) }));
}

function alertOf(
  { id, title, year }: Campaign,
  { count, first, isStuck, today }: { first: CivilDay; today: CivilDay; count: number; isStuck: boolean },
): Alert {
  const begun = first <= today;
  return {
    id: `unconfirmed-${id}`,
    shape: begun ? 'refused' : 'person',
    word: '活动没有确认',
    what: `${year}年“${title}”${begun ? `已从${monthDay(first)}开始` : `${monthDay(first)}开始`}，还没有确认：网站上没有它${count > 0 ? `，排的${count}条到点不会发出` : ''}。`,
    advice: isStuck
      ? `终审人都写过它，不能自己确认：请一位没有写过的初审或复审人打开，在右边“网站上的文字”里同意，再由终审人把“状态”改成“${campaignWords.confirmed}”。`
      : `请没有写过它的终审人打开核对，把“状态”改成“${campaignWords.confirmed}”；今年不办的，请管理员删去。`,
    button: '看活动',
    href: `/admin/collections/campaigns/${id}`,
  };
}
