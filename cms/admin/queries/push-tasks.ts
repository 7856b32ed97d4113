import type { Payload } from 'payload';
import { addDays, civilDay, instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { isSettled } from '../../../campaigns/outbox/journal/standing.ts';
import type { Person } from '../../access/person.ts';
import { contentOf } from '../../content/content.ts';
import { whyNotAsk, whyNotDecide } from '../../daily/may.ts';
import { openBetween, readDailyPosts, type DailyPost } from '../../daily/daily-post.ts';
import { pushableReleases } from '../../daily/pushable-releases.ts';
import { pushHref } from '../../daily/push-href.ts';
import { standingOf } from '../../daily/standing.ts';
import { createDeliveryStore } from '../../store/payload-delivery-store.ts';
import { nearMoment } from '../../words/words.ts';
import type { Task } from './my-work.ts';

/** How long whoever asked is told that somebody did not agree, after its minute. */
const toldDays = 14;

/** Pushes without a campaign that wait for this person: to be confirmed, or given back to whoever asked. */
export async function pushTasks(
  payload: Payload,
  person: Person,
  now: Date,
): Promise<{ toConfirm: Task[]; declined: Task[] }> {
  const from = instantOf(addDays(civilDay(now), -toldDays));
  const all = await readDailyPosts(payload, openBetween(from, instantOf(addDays(civilDay(now), 400))));
  const open = await notGone(payload, all);
  const [releases, names] = await Promise.all([
    pushableReleases(
      payload,
      open.map(({ storyId }) => storyId),
    ),
    contentOf(payload).channelNames(),
  ]);
  const standing = (post: DailyPost) => standingOf(post, releases.get(post.storyId) ?? null);
  const base = (post: DailyPost) => ({
    id: `push/${post.id}`,
    title: `推送《${post.title}》`,
    href: pushHref(post.id),
    due: post.at,
  });
  const where = ({ at, channels }: DailyPost) =>
    `${nearMoment(at, now)} 发到${channels.map((id) => names.get(id) ?? id).join('、')}`;
  return {
    toConfirm: open
      .filter(
        (post) =>
          post.at > now &&
          releases.has(post.storyId) &&
          standing(post) === 'waiting' &&
          whyNotDecide(person, post.writers) === null,
      )
      .map((post) => ({
        ...base(post),
        button: '核对',
        detail: `${where(post)}；${post.writers.map(({ name }) => name).join('、')}提出，等另一个人确认`,
        since: new Date(post.writers.at(-1)?.at ?? now),
      })),
    declined: open
      .filter(
        (post) =>
          standing(post) === 'declined' &&
          whyNotAsk(person) === null &&
          post.writers.some(({ id }) => id === person.id),
      )
      .map((post) => ({
        ...base(post),
        button: '修改',
        detail: `${where(post)}；${post.declined?.name ?? ''}没有同意：${post.declined?.reason ?? ''}`,
        since: new Date(post.declined?.at ?? now),
      })),
  };
}

/** Those of which nothing has gone out: what is done with on some channel is changed by nobody any more. */
async function notGone(payload: Payload, posts: readonly DailyPost[]): Promise<DailyPost[]> {
  if (posts.length === 0) return [];
  const copies = await createDeliveryStore(payload).list({ postIds: posts.map(({ id }) => id) });
  const gone = new Set(copies.filter(isSettled).map(({ postId }) => postId));
  return posts.filter(({ id }) => !gone.has(id));
}
