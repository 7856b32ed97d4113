import { Link } from '@payloadcms/ui';
import type { CalendarMonth } from '../queries/calendar.ts';
import { noticeHref } from '../queries/my-work.ts';
import { monthDay } from '../words.ts';

/** Right of the month: its campaigns, how to read the bars, and what needs a decision. */
export const CalendarAside = ({ calendar: { campaigns, undecided } }: { calendar: CalendarMonth }) => (
  <aside className="cx-aside">
    <h2>本月活动</h2>
    {campaigns.length === 0 && <p className="cx-quiet">本月还没有活动。</p>}
    <ul className="cx-legend">
      {campaigns.map(({ hue, id, posts, settled, title }) => (
        <li key={id}>
          <span aria-hidden="true" style={{ background: hue }} />
          <Link prefetch={false} href={`/admin/collections/campaigns/${id}`}>{title}</Link>
          <span className="cx-quiet">{settled ? `${posts}条` : '待确认'}</span>
        </li>
      ))}
    </ul>
    <h2>读法</h2>
    <ul className="cx-key">
      <li><span aria-hidden="true" className="cx-bar cx-bar--before cx-bar--opens cx-bar--closes" />预热</li>
      <li><span aria-hidden="true" className="cx-bar cx-bar--main cx-bar--opens cx-bar--closes" />当日与主体</li>
      <li><span aria-hidden="true" className="cx-bar cx-bar--after cx-bar--opens cx-bar--closes" />延伸</li>
      <li><span aria-hidden="true" className="cx-bar cx-bar--proposed cx-bar--opens cx-bar--closes" />待确认</li>
    </ul>
    <h2>要您拿主意</h2>
    {undecided.length === 0 && <p className="cx-quiet">今年没有等通知的节点。</p>}
    <ul className="cx-decide">
      {undecided.slice(0, 5).map((day) => (
        <li key={day.slug}>
          {day.title}还没有文号，拟{monthDay(day.start)}{day.end === day.start ? '' : `—${monthDay(day.end)}`}；确认以前，它的推送不会发出。
          <Link prefetch={false} href={noticeHref}>去确认</Link>
        </li>
      ))}
    </ul>
    {undecided.length > 5 && <p className="cx-quiet">另有{undecided.length - 5}个节点，到时再提醒。</p>}
  </aside>
);
