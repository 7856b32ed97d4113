import { Link } from '@payloadcms/ui';
import { dayOf, daysBetween, lastDayOfMonth, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { OccasionDay } from '../../../campaigns/calendar/occasion-days.ts';

const lanes = 5;

/** The whole year in one row of twelve months; each occasion is a bar, proposed ones dashed, today's red. */
export const YearStrip = ({
  days,
  month,
  today,
  year,
}: {
  days: OccasionDay[];
  month: number;
  today: CivilDay;
  year: number;
}) => (
  <nav aria-label={`${year}年各月`}>
    <ol className="cx-strip">
      {Array.from({ length: 12 }, (_, i) => i + 1).map((m) => (
        <li key={m}>
          <Link
            aria-current={m === month ? 'page' : undefined}
            href={`/admin/calendar?month=${year}-${String(m).padStart(2, '0')}`}
            prefetch={false}
          >
            {m}月
            <Bars days={days} first={dayOf(year, m, 1)} last={lastDayOfMonth(year, m)} today={today} />
          </Link>
        </li>
      ))}
    </ol>
  </nav>
);

function Bars({ days, first, last, today }: { days: OccasionDay[]; first: CivilDay; last: CivilDay; today: CivilDay }) {
  const length = daysBetween(first, last) + 1;
  // Year-round occasions would underline every month and say nothing.
  const here = days
    .filter(({ start, end }) => start <= last && end >= first && daysBetween(start, end) < 120)
    .slice(0, lanes);
  return (
    <span aria-hidden="true" className="cx-strip__bars">
      {here.map(({ end, slug, start, state }) => {
        const from = Math.max(0, daysBetween(first, start));
        const to = Math.min(length, daysBetween(first, end) + 1);
        const kind =
          state === 'proposed'
            ? 'cx-strip__bar--proposed'
            : start <= today && today <= end && start === end
              ? 'cx-strip__bar--today'
              : '';
        return (
          <span
            className={`cx-strip__bar ${kind}`}
            key={slug}
            style={{ marginLeft: `${(from / length) * 100}%`, width: `max(6px, ${((to - from) / length) * 100}%)` }}
          />
        );
      })}
    </span>
  );
}
