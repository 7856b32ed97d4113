import { Link } from '@payloadcms/ui';
import type { CalendarMonth } from '../queries/calendar.ts';
import { DecideList } from './DecideList.tsx';

/** Right of the month: its campaigns, how to read the bars, and what needs a decision. */
export const CalendarAside = ({
  calendar: { campaigns, conflicts, proposals },
  rights,
}: {
  calendar: CalendarMonth;
  rights: { mayConfirm: boolean; mayMove: boolean };
}) => (
  <aside className="cx-aside">
    <h2>本月活动</h2>
    {campaigns.length === 0 && <p className="cx-quiet">本月还没有活动。</p>}
    <ul className="cx-legend">
      {campaigns.map(({ hue, id, posts, settled, title }) => (
        <li key={id}>
          <span aria-hidden="true" style={{ background: hue }} />
          <Link prefetch={false} href={`/admin/collections/campaigns/${id}`}>
            {title}
          </Link>
          <span className="cx-quiet">{settled ? `${posts}条` : '待确认'}</span>
        </li>
      ))}
    </ul>
    <h2>读法</h2>
    <ul className="cx-key">
      <li>
        <span aria-hidden="true" className="cx-bar cx-bar--before cx-bar--opens cx-bar--closes" />
        预热
      </li>
      <li>
        <span aria-hidden="true" className="cx-bar cx-bar--main cx-bar--opens cx-bar--closes" />
        当日与主体
      </li>
      <li>
        <span aria-hidden="true" className="cx-bar cx-bar--after cx-bar--opens cx-bar--closes" />
        延伸
      </li>
      <li>
        <span aria-hidden="true" className="cx-bar cx-bar--proposed cx-bar--opens cx-bar--closes" />
        待确认
      </li>
    </ul>
    <DecideList conflicts={conflicts} proposals={proposals} rights={rights} />
    {rights.mayMove && (
      <p className="cx-aside__help">
        拖动条目可改到别的日子；用键盘时，选中条目按方向键移动，回车放下，Esc
        取消，或按“移动…”写明日期和时刻。每次移动都要写一句原因。
      </p>
    )}
  </aside>
);
