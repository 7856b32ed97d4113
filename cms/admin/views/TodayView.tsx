import { systemClock } from '../../../campaigns/ports/clock.ts';
import { Link, SetStepNav } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { weekday } from '../../../campaigns/calendar/civil-day.ts';
import { can } from '../../access/can.ts';
import { mayEnter } from '../../ledger/may-enter.ts';
import { loadToday, type Today } from '../queries/today.ts';
import { standingFigures } from '../../words/delivery-looks.ts';
import { requirePerson } from '../parts/Desk.tsx';
import { clock, lasting, monthDay } from '../../words/words.ts';
import { AlertList } from './AlertList.tsx';
import { ComingList } from './ComingList.tsx';
import { OutboxFigures } from './OutboxFigures.tsx';
import { PauseBanner } from './PauseBanner.tsx';
import { Timeline } from './Timeline.tsx';
import { WorkList } from './WorkList.tsx';

/** `/admin`: 今日. */
export async function TodayView(props: AdminViewServerProps) {
  const { person, payload } = requirePerson(props, '/admin');
  const today = await loadToday(payload, person, systemClock.now());
  return (
    <main className="cx-view">
      <SetStepNav nav={[{ label: '工作' }, { label: '今日' }]} />
      <header className="cx-head">
        <div>
          <h1>今日</h1>
          <p className="cx-lead">
            <span>
              {today.day.slice(0, 4)}年{monthDay(today.day)} {weekday(today.day)}
            </span>
            {today.occasions.slice(0, 3).map(({ slug, title, start, end }) => (
              <span key={slug}>{start === end ? <strong className="cx-red">{title}</strong> : title}</span>
            ))}
          </p>
        </div>
        <p className="cx-buttons">
          {can(person, 'create', 'posts') && (
            <Link prefetch={false} className="cx-button" href="/admin/collections/posts/create">
              排一条推送
            </Link>
          )}
          {can(person, 'create', 'stories') && (
            <Link prefetch={false} className="cx-button cx-button--main" href="/admin/collections/stories/create">
              写稿
            </Link>
          )}
        </p>
      </header>
      <PauseBanner mayResume={mayEnter(person)} paused={today.paused} />
      <Figures today={today} />
      <OutboxFigures gauges={today.gauges} />
      <AlertList alerts={today.alerts} />
      <div className="cx-two">
        <WorkList groups={today.work} now={today.now} />
        <div>
          <Timeline now={today.now} rows={today.outgoing} />
          <ComingList stories={today.coming} />
        </div>
      </div>
    </main>
  );
}

/** One line of numbers, each with the words that make it mean something. */
function Figures({ today: { alerts, heartbeat, now, outgoing, overdue, work } }: { today: Today }) {
  const tasks = work.flatMap((group) => group.tasks);
  const oldest = tasks.reduce((most, { since }) => Math.max(most, now.getTime() - since.getTime()), 0);
  return (
    <dl className="cx-figures">
      <div>
        <dt>件等我处理</dt>
        <dd>{tasks.length}</dd>
        <dd>{tasks.length === 0 ? '都处理完了' : `最久的等了${lasting(oldest)}`}</dd>
      </div>
      <div>
        <dt>条今天发出</dt>
        <dd>{outgoing.length}</dd>
        <dd>{standingFigures(outgoing) || (outgoing.length > 0 ? '都跳过或撤回了' : '今天没有排期')}</dd>
      </div>
      <div className={alerts.length > 0 ? 'cx-red' : undefined}>
        <dt>条警报</dt>
        <dd>{alerts.length}</dd>
        <dd>{alerts.length > 0 ? '请先看警报' : '一切正常'}</dd>
      </div>
      <div className={overdue > 0 ? 'cx-red' : undefined}>
        <dt>条逾期</dt>
        <dd>{overdue}</dd>
        <dd>{heartbeat ? `最近一次心跳 ${clock(heartbeat)}` : '还没有收到过心跳'}</dd>
      </div>
    </dl>
  );
}
