import { type CivilDay, civilDay, monthDay, wallTime } from '../../calendar/civil-day.ts';
import type { Conflict, DatedPost } from './conflict.ts';

/** Festive posts on a quiet day: they are held, and would be missed. */
export function quietConflicts(posts: readonly DatedPost[], quietDays: ReadonlySet<CivilDay>, now: Date): Conflict[] {
  return posts
    .filter(
      (post) =>
        post.festive &&
        post.at >= now &&
        quietDays.has(civilDay(post.at)) &&
        post.channels.some((channel) => !post.done.has(channel)),
    )
    .map(({ at, id, title }) => ({
      kind: 'quiet',
      id: `quiet:${id}`,
      day: civilDay(at),
      message: `${monthDay(civilDay(at))}是静默日，${wallTime(at)} 的节庆内容《${title}》不会发出：请改期，或取消它的“节庆内容”。`,
      postId: id,
      occasion: null,
    }));
}
