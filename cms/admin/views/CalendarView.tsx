import { deliveryWords } from '../../../campaigns/ports/state-words.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { civilDay, partsOf } from '../../../campaigns/calendar/civil-day.ts';
import { can } from '../../access/can.ts';
import { loadCalendar } from '../queries/calendar.ts';
import { readMonth } from '../queries/calendar-query.ts';
import { monthAway } from '../queries/month-grid.ts';
import { Desk, requirePerson } from '../parts/Desk.tsx';
import { CalendarAside } from './CalendarAside.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { MoveDesk } from './move/MoveDesk.tsx';
import { movablePosts } from './move/movable-post.ts';
import { YearStrip } from './YearStrip.tsx';

/** `/admin/calendar?month=2026-06`: 日历. */
export async function CalendarView(props: AdminViewServerProps) {
  const { payload, person } = requirePerson(props, '/admin/calendar');
  const now = systemClock.now();
  const { year, month } = readMonth(props.searchParams?.month, now);
  const calendar = await loadCalendar(payload, year, month, now);
  const link = (by: number) => `/admin/calendar?month=${monthAway(year, month, by)}`;
  const nameOf = (by: number) => `${partsOf(`${monthAway(year, month, by)}-01`).month}月`;
  const today = partsOf(civilDay(now));
  const rights = {
    mayMove: can(person, 'update', 'posts') !== null,
    mayConfirm: can(person, 'create', 'occasion-notices') !== null,
  };
  const open = typeof props.searchParams?.move === 'string' ? props.searchParams.move : null;
  return (
    <Desk props={props} trail={[{ label: '日历' }, { label: `${year}年${month}月` }]}>
      <main className="cx-view">
        <header className="cx-head">
          <div>
            <h1>
              {year}年{month}月
            </h1>
            <p className="cx-lead">
              <span>
                {calendar.campaigns.length}个活动，{calendar.posts}条推送
              </span>
              {calendar.unknown > 0 && (
                <strong className="cx-red">
                  {calendar.unknown}条{deliveryWords.unknown}
                </strong>
              )}
              {calendar.conflicts.length + calendar.proposals.length > 0 && (
                <span>{calendar.conflicts.length + calendar.proposals.length}件事要拿主意</span>
              )}
            </p>
          </div>
          <p className="cx-buttons">
            <Link className="cx-button" href={link(-1)} prefetch={false} rel="prev">
              ‹ {nameOf(-1)}
            </Link>
            <Link
              aria-disabled={today.year === year && today.month === month}
              className="cx-button"
              href="/admin/calendar"
              prefetch={false}
            >
              今天
            </Link>
            <Link className="cx-button" href={link(1)} prefetch={false} rel="next">
              {nameOf(1)} ›
            </Link>
            {can(person, 'create', 'campaigns') && (
              <Link prefetch={false} className="cx-button cx-button--main" href="/admin/collections/campaigns/create">
                新建活动
              </Link>
            )}
          </p>
        </header>
        <YearStrip days={calendar.year12} month={month} today={calendar.today} year={year} />
        <div className="cx-month-page">
          <MoveDesk
            allowed={rights.mayMove}
            key={`${year}-${month}-${open}`}
            label={`${year}年${month}月`}
            open={open}
            posts={movablePosts(calendar)}
          >
            <MonthGrid calendar={calendar} mayMove={rights.mayMove} />
          </MoveDesk>
          <CalendarAside calendar={calendar} rights={rights} />
        </div>
      </main>
    </Desk>
  );
}
