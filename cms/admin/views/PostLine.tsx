import { Link } from '@payloadcms/ui';
import { civilDay, wallTime } from '../../../campaigns/calendar/civil-day.ts';
import type { CalendarPost } from '../queries/calendar.ts';
import { monthDay } from '../words.ts';

/** A post in its day: time and title with its campaign's hue, and a 移动 button that appears where one points or tabs. */
export function PostLine({ mayMove, post: { at, hue, id, over, title, unknown } }: { mayMove: boolean; post: CalendarPost }) {
  const movable = mayMove && !over;
  return (
    <li className={movable ? 'cx-movable' : undefined} data-post={id} style={{ '--hue': hue } as React.CSSProperties}>
      <Link className={unknown ? 'cx-red cx-strong' : undefined} href={`/admin/collections/posts/${id}`} id={`p-${id}`} prefetch={false} title={unknown ? `${title}（结果未知）` : title}>
        <time dateTime={at.toISOString()}>{wallTime(at)}</time> {title}
        {unknown && <span className="cx-hidden">（结果未知）</span>}
      </Link>
      {movable && <button aria-label={`移动：${monthDay(civilDay(at))} ${wallTime(at)} ${title}`} data-move type="button">移动…</button>}
    </li>
  );
}
