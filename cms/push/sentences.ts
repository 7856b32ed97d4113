import { civilDay, weekday } from '../../campaigns/calendar/civil-day.ts';
import { momentOf } from '../words/words.ts';
import type { DailyOrder } from '../daily/daily-post.ts';
import type { DailyStanding } from '../daily/standing.ts';
import type { Situation } from './situation.ts';

type Known = Pick<Situation, 'accounts' | 'now' | 'title'>;

export const namesOf = ({ accounts }: Pick<Situation, 'accounts'>, ids: readonly string[]): string =>
  ids.map((id) => accounts.find((account) => account.id === id)?.name ?? id).join('、');

/** 《…》6月16日 09:00（星期二）发到微信公众号、微博 */
export const whatGoes = (known: Known, { at, channels }: Pick<DailyOrder, 'at' | 'channels'>): string =>
  `《${known.title ?? ''}》${momentOf(at, known.now)}（${weekday(civilDay(at))}）发到${namesOf(known, channels)}`;

const missed = ({ misfire, misfireWindow }: DailyOrder): string =>
  ({
    late: `万一错过，${misfireWindow}分钟以内补发，再晚就不发了`,
    skip: '万一错过就不发了',
    ask: '万一错过就停下来等人决定',
  })[misfire];

const follows: Record<Exclude<DailyStanding, 'cancelled'>, string> = {
  waiting: '；另一个人确认以后才会发出。',
  declined: '；第二人没有同意，改好再请人确认以后才会发出。',
  confirmed: '。',
};

/** What has become of a push of which nothing more goes out. */
export const whatBecame = (known: Known, order: DailyOrder, isCancelled: boolean): string =>
  `${whatGoes(known, order)}：${isCancelled ? '已经取消，不会再发' : '已经发出或处理过'}。`;

/** What will happen, in one or two sentences, before anybody presses anything. */
export const whatHappens = (
  known: Known,
  order: DailyOrder,
  standing: Exclude<DailyStanding, 'cancelled'> = 'waiting',
): string =>
  order.channels.length === 0
    ? '还没有选渠道。'
    : `${whatGoes(known, order)}${follows[standing]}${missed(order)}。发的是到时最近一次签发的内容${order.words.length > 0 ? '和自己写的话' : ''}。`;

/** When somebody did something: 6月16日 09:00 示例终审 */
export const byWhom = ({ at, name }: { at: string; name: string }, now: Date): string =>
  `${momentOf(new Date(at), now)} ${name}`;
