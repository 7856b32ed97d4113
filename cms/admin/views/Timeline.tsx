import { Link } from '@payloadcms/ui';
import { wallTime } from '../../../campaigns/calendar/civil-day.ts';
import type { DeliveryRow } from '../../ledger/deliveries.ts';
import { copyLook } from '../../words/delivery-looks.ts';
import { ShapeIcon } from '../parts/Shape.tsx';

/** 今天发出: a line of time with now drawn through it. */
export function Timeline({ rows, now }: { rows: DeliveryRow[]; now: Date }) {
  const past = rows.filter(({ plannedAt }) => plannedAt <= now);
  const coming = rows.filter(({ plannedAt }) => plannedAt > now);
  return (
    <section aria-labelledby="cx-outgoing">
      <header className="cx-section">
        <h2 id="cx-outgoing">今天发出</h2>
        <p>
          <Link prefetch={false} href="/admin/ledger">
            看台账
          </Link>
        </p>
      </header>
      <ol className="cx-timeline">
        {past.map((row) => (
          <Entry key={row.id} past row={row} />
        ))}
        <li className="cx-timeline__now">
          <time dateTime={now.toISOString()}>{wallTime(now)}</time>
          <span className="cx-hidden">现在</span>
        </li>
        {coming.map((row) => (
          <Entry key={row.id} row={row} />
        ))}
      </ol>
      {rows.length === 0 && <p className="cx-empty">今天没有排期。</p>}
    </section>
  );
}

function Entry({ row, past = false }: { row: DeliveryRow; past?: boolean }) {
  const { shape, word } = copyLook(row);
  const loud = shape === 'unknown' || shape === 'refused';
  return (
    <li className={past ? 'cx-timeline__past' : undefined}>
      <time dateTime={row.plannedAt.toISOString()}>{wallTime(row.plannedAt)}</time>
      <ShapeIcon shape={shape} />
      <div>
        <p className={loud ? 'cx-red cx-strong' : undefined}>{row.title}</p>
        <p className="cx-quiet">
          {row.channelName}　{word}
        </p>
      </div>
    </li>
  );
}
