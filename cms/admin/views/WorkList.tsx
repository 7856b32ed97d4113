import { Link } from '@payloadcms/ui';
import { civilDay, wallTime } from '../../../campaigns/calendar/civil-day.ts';
import type { Task, TaskGroup } from '../queries/my-work.ts';
import { isOverdue } from '../queries/task-order.ts';
import { lasting, monthDay, nearMoment } from '../../words/words.ts';

/** 等我处理: grouped by act, nearest deadline first; the very first button is the black one. */
export function WorkList({ groups, now }: { groups: TaskGroup[]; now: Date }) {
  const first = groups[0]?.tasks[0];
  return (
    <section aria-labelledby="cx-work-list">
      <header className="cx-section">
        <h2 id="cx-work-list">等我处理</h2>
        <p>按期限排，先到期的在上</p>
      </header>
      {groups.length === 0 && <p className="cx-empty">现在没有等您处理的事。</p>}
      {groups.map(({ name, tasks }) => (
        <div className="cx-group" key={name}>
          <h3>
            {name} <span>{tasks.length}</span>
          </h3>
          <ul>
            {tasks.map((task) => (
              <li key={task.id}>
                <div>
                  <p className="cx-group__title">{task.title}</p>
                  <p className="cx-quiet">{task.detail}</p>
                </div>
                <Deadline now={now} task={task} />
                <Link
                  prefetch={false}
                  aria-label={`${task.button}：${task.title}`}
                  className={task === first ? 'cx-button cx-button--main' : 'cx-button'}
                  href={task.href}
                >
                  {task.button}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Deadline({ now, task }: { now: Date; task: Task }) {
  const { due, reviewDue, since } = task;
  if (reviewDue && isOverdue(task, now))
    return <p className="cx-red cx-strong">审签逾期{lasting(now.getTime() - reviewDue.getTime())}</p>;
  if (reviewDue && (!due || reviewDue < due))
    return (
      <p className={civilDay(reviewDue) <= civilDay(now) ? 'cx-red cx-strong' : 'cx-quiet'}>
        {nearMoment(reviewDue, now)} 前审完
      </p>
    );
  if (!due) return <p className="cx-quiet">已等{lasting(now.getTime() - since.getTime())}</p>;
  const today = civilDay(due) <= civilDay(now);
  return (
    <p className={today ? 'cx-red cx-strong' : 'cx-quiet'}>
      {wallTime(due) === '00:00' ? `${monthDay(civilDay(due))}前` : `${nearMoment(due, now)} 前`}
    </p>
  );
}
