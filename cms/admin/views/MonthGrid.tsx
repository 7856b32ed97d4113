import { partsOf } from '../../../campaigns/calendar/civil-day.ts';
import type { CalendarDay, CalendarMonth, CalendarWeek } from '../queries/calendar.ts';
import { monthDay, shorten } from '../../words/words.ts';
import { PostLine } from './PostLine.tsx';
import { SpanBar } from './SpanBar.tsx';

const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const shown = 3;

/** The month from Monday: day numbers with their occasions, campaign bars in lanes, posts with time and short title. */
export const MonthGrid = ({ calendar: { weeks }, mayMove }: { calendar: CalendarMonth; mayMove: boolean }) => (
  <>
    <ol aria-hidden="true" className="cx-month__names">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ol>
    {weeks.map((week) => (
      <WeekRow key={week.days[0]?.day} mayMove={mayMove} week={week} />
    ))}
  </>
);

function WeekRow({ mayMove, week: { bars, days, lanes } }: { mayMove: boolean; week: CalendarWeek }) {
  return (
    <div className="cx-week" style={{ '--lanes': lanes } as React.CSSProperties}>
      {days.map((day, column) => (
        <DayCell column={column} day={day} key={day.day} mayMove={mayMove} />
      ))}
      {bars.map((bar) => (
        <SpanBar bar={bar} key={`${bar.span.campaignId}${bar.span.start}${bar.span.name}`} />
      ))}
    </div>
  );
}

function DayCell({
  column,
  day: { day, inMonth, occasions, posts, quiet, today, weekend },
  mayMove,
}: {
  column: number;
  day: CalendarDay;
  mayMove: boolean;
}) {
  const { day: number } = partsOf(day);
  const kinds = [weekend && 'cx-day--weekend', !inMonth && 'cx-day--out', today && 'cx-day--today']
    .filter(Boolean)
    .join(' ');
  const rest = posts.slice(shown);
  return (
    <div className={`cx-day ${kinds}`} data-day={day} style={{ gridColumn: column + 1 }}>
      <p className="cx-day__name">
        <time dateTime={day}>{inMonth || number > 1 ? number : monthDay(day)}</time>
        {today && <strong>今天</strong>}
        {occasions.slice(0, 2).map(({ name, slug, state }) => (
          <span
            className={state === 'proposed' ? 'cx-proposed' : undefined}
            key={slug}
            title={state === 'proposed' ? `${name}（待确认）` : name}
          >
            {shorten(name, occasions.length > 1 ? 5 : 7)}
            {state === 'proposed' && <span className="cx-hidden">（待确认）</span>}
          </span>
        ))}
        {quiet && <span title="静默日：不发节庆内容">静默日</span>}
      </p>
      <ul className="cx-day__posts">
        {posts.slice(0, shown).map((post) => (
          <PostLine key={post.id} mayMove={mayMove} post={post} />
        ))}
        {rest.length > 0 && (
          <li className="cx-day__more">
            <details>
              <summary>还有{rest.length}条</summary>
              <ul>
                {rest.map((post) => (
                  <PostLine key={post.id} mayMove={mayMove} post={post} />
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </div>
  );
}
