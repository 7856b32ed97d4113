import type { CivilDay } from '../../../../campaigns/calendar/civil-day.ts';
import type { CalendarMonth } from '../../queries/calendar.ts';
import { civilDay, wallTime } from '../../../../campaigns/calendar/civil-day.ts';
import { dailyId } from '../../../../campaigns/planner/daily.ts';
import type { MoveRecord } from '../../../schedule/move-record.ts';
import { moment, monthDay } from '../../../words/words.ts';

/** What the browser knows of a post on the calendar. Day and time by China's clock. */
export interface MovablePost {
  id: string;
  title: string;
  campaign: string;
  day: CivilDay;
  time: string;
  /** ISO 8601: sent along, so that nobody moves what has been moved meanwhile. */
  seen: string;
  /** Gone out or done with: it stays where it is. */
  over: boolean;
  /** Earlier moves as sentences, newest first. */
  moves: string[];
}

/** Every post that the month's page shows and that can be carried to another day: a push without a campaign is changed on its own page. */
export const movablePosts = ({ weeks }: Pick<CalendarMonth, 'weeks'>): MovablePost[] =>
  weeks
    .flatMap(({ days }) => days)
    .flatMap(({ posts }) => posts)
    .filter(({ campaignId }) => campaignId !== dailyId)
    .map(({ at, campaign, id, moves, over, title }) => ({
      id,
      title,
      campaign,
      over,
      day: civilDay(at),
      time: wallTime(at),
      seen: at.toISOString(),
      moves: moveSentences(moves),
    }));

/** One sentence a move, newest first. */
export const moveSentences = (moves: readonly MoveRecord[]): string[] =>
  moves
    .map(
      ({ at, by, from, reason, to }) =>
        `${moment(new Date(at))} ${by}：${moment(new Date(from))} 改到 ${moment(new Date(to))}。${reason}`,
    )
    .reverse();

const arrows = new Map([
  ['ArrowLeft', -1],
  ['ArrowRight', 1],
  ['ArrowUp', -7],
  ['ArrowDown', 7],
]);

/** Where an arrow key carries a post, in days; null for other keys. */
export const arrowDays = (key: string): number | null => arrows.get(key) ?? null;

/** What is said while a post is carried. */
export const carried = ({ title }: Pick<MovablePost, 'title'>, day: CivilDay): string =>
  `《${title}》拟移到${monthDay(day)}：回车放下，Esc 取消。`;
