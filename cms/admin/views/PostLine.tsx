import { deliveryWords } from '../../../campaigns/ports/state-words.ts';
import { Link } from '@payloadcms/ui';
import { dailyId } from '../../../campaigns/planner/daily.ts';
import { pushHref } from '../../daily/push-href.ts';
import { civilDay, wallTime } from '../../../campaigns/calendar/civil-day.ts';
import type { CalendarPost } from '../queries/calendar.ts';
import { monthDay } from '../../words/words.ts';

/** A post in its day: time and title with its campaign's hue, and a 移动 button that appears where one points or tabs. */
export function PostLine({
  mayMove,
  post: { at, campaignId, hue, id, over, title, unknown, unsigned },
}: {
  mayMove: boolean;
  post: CalendarPost;
}) {
  const wrong = unknown ? deliveryWords.unknown : unsigned;
  const isDaily = campaignId === dailyId;
  // A push has a form of its own: whatever is changed of it is confirmed again.
  const movable = mayMove && !over && !isDaily;
  return (
    <li className={movable ? 'cx-movable' : undefined} data-post={id} style={{ '--hue': hue } as React.CSSProperties}>
      <Link
        className={wrong ? 'cx-red cx-strong' : undefined}
        href={isDaily ? pushHref(id) : `/admin/collections/posts/${id}`}
        id={`p-${id}`}
        prefetch={false}
        title={wrong ? `${title}（${wrong}）` : title}
      >
        <time dateTime={at.toISOString()}>{wallTime(at)}</time> {title}
        {wrong && <span className="cx-hidden">（{wrong}）</span>}
      </Link>
      {movable && (
        <button aria-label={`移动：${monthDay(civilDay(at))} ${wallTime(at)} ${title}`} data-move type="button">
          移动…
        </button>
      )}
    </li>
  );
}
