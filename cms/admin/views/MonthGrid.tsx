import { Link } from '@payloadcms/ui';
import { partsOf } from '../../../campaigns/calendar/civil-day.ts';
import type { CalendarDay, CalendarMonth, CalendarWeek } from '../queries/calendar.ts';
import { wallTime } from '../../../campaigns/calendar/civil-day.ts';
import { monthDay, shorten } from '../words.ts';
import { SpanBar } from './SpanBar.tsx';

const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const shown = 3;

/** The month from Monday: day numbers with their occasions, campaign bars in lanes, posts with time and short title. */
export const MonthGrid = ({ calendar: { month, weeks, year } }: { calendar: CalendarMonth }) => (
  <section aria-label={`${year}年${month}月`} className="cx-month">
    <ol aria-hidden="true" className="cx-month__names">
      {names.map((name) => <li key={name}>{name}</li>)}
    </ol>
    {weeks.map((week) => <WeekRow key={week.days[0]?.day} week={week} />)}
  </section>
);

function WeekRow({ week: { bars, days, lanes } }: { week: CalendarWeek }) {
  return (
    <div className="cx-week" style={{ '--lanes': lanes } as React.CSSProperties}>
      {days.map((day, column) => <DayCell column={column} day={day} key={day.day} />)}
      {bars.map((bar) => <SpanBar bar={bar} key={`${bar.span.campaignId}${bar.span.start}${bar.span.name}`} />)}
    </div>
  );
}

function DayCell({ column, day: { day, inMonth, occasions, posts, today, weekend } }: { column: number; day: CalendarDay }) {
  const { day: number } = partsOf(day);
  const kinds = [weekend && 'cx-day--weekend', !inMonth && 'cx-day--out', today && 'cx-day--today'].filter(Boolean).join(' ');
  return (
    <div className={`cx-day ${kinds}`} style={{ gridColumn: column + 1 }}>
      <p className="cx-day__name">
        <time dateTime={day}>{inMonth || number > 1 ? number : monthDay(day)}</time>
        {today && <strong>今天</strong>}
        {occasions.slice(0, 2).map(({ name, slug, state }) => (
          <span className={state === 'proposed' ? 'cx-proposed' : undefined} key={slug} title={state === 'proposed' ? `${name}（待确认）` : name}>
            {shorten(name, occasions.length > 1 ? 5 : 7)}
            {state === 'proposed' && <span className="cx-hidden">（待确认）</span>}
          </span>
        ))}
      </p>
      <ul className="cx-day__posts">
        {posts.slice(0, shown).map(({ at, hue, id, title, unknown }) => (
          <li key={id} style={{ '--hue': hue } as React.CSSProperties}>
            <Link prefetch={false} className={unknown ? 'cx-red cx-strong' : undefined} href={`/admin/collections/posts/${id}`} title={unknown ? `${title}（结果未知）` : title}>
              <time dateTime={at.toISOString()}>{wallTime(at)}</time> {title}
            </Link>
          </li>
        ))}
        {posts.length > shown && <li className="cx-day__more"><Link prefetch={false} href={`/admin/ledger?from=${day}&to=${day}`}>还有{posts.length - shown}条</Link></li>}
      </ul>
    </div>
  );
}
