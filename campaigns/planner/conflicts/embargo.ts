import { civilDay } from '../../calendar/civil-day.ts';
import { outsideShowing } from '../showing.ts';
import type { Conflict, DatedPost } from './conflict.ts';

/** Posts before their story may be seen, or after: they are held, and would be missed. */
export const embargoConflicts = (posts: readonly DatedPost[], now: Date): Conflict[] =>
  posts
    .filter(({ at, channels, done }) => at >= now && channels.some((channel) => !done.has(channel)))
    .flatMap(({ at, id, shown, title }) => {
      const why = shown ? outsideShowing(at, shown) : null;
      return why === null
        ? []
        : [
            {
              kind: 'embargo' as const,
              id: `embargo:${id}`,
              day: civilDay(at),
              message: `《${title}》：${why}`,
              postId: id,
              occasion: null,
            },
          ];
    });
