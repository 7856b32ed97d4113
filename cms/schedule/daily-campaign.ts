import type { Payload } from 'payload';
import { endOf, instantOf } from '../../campaigns/calendar/civil-day.ts';
import { dailyId, dailyTitle } from '../../campaigns/planner/daily.ts';
import { openBetween, readDailyPosts } from '../daily/daily-post.ts';
import type { YearCampaign } from './campaigns.ts';

/**
 * The posts without a campaign of some years, as the calendar and everything beside it knows posts: of one campaign
 * without phases or a day of its own. Null when there are none.
 * @param years civil years
 */
export async function loadDailyCampaign(payload: Payload, years: readonly number[]): Promise<YearCampaign | null> {
  const sorted = years.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const posts = (await readDailyPosts(payload, openBetween(instantOf(`${first}-01-01`), endOf(`${last}-12-31`)))).map(
    ({ at, channels, festive, id, storyId, title }) => ({
      id,
      storyId,
      title,
      channels,
      at,
      festive,
      floating: false,
      moves: [],
    }),
  );
  return posts.length === 0
    ? null
    : { id: dailyId, title: dailyTitle, year: first, occasion: '', settled: true, phases: [], posts };
}
