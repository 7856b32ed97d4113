import { Link } from '@payloadcms/ui';
import type { CampaignSpan } from '../queries/calendar.ts';
import type { Bar } from '../queries/month-grid.ts';

const looks = { before: 'cx-bar--before', main: 'cx-bar--main', after: 'cx-bar--after' } as const;
const words = { before: '预热', main: '', after: '延伸' } as const;

/** A campaign's phase within one week: 预热 hatched, 当日 solid, 延伸 outlined, 待确认 dashed. */
export function SpanBar({ bar: { closes, from, lane, opens, span, to } }: { bar: Bar<CampaignSpan> }) {
  const notes = [words[span.part], span.settled ? '' : '待确认'].filter(Boolean).join('，');
  const label = `${span.title}${span.title.includes('：') ? '，' : '：'}${span.name}${notes ? `（${notes}）` : ''}`;
  const look = span.settled ? looks[span.part] : 'cx-bar--proposed';
  const ends = `${opens ? ' cx-bar--opens' : ''}${closes ? ' cx-bar--closes' : ''}`;
  return (
    <Link
      prefetch={false}
      className={`cx-bar ${look}${ends}`}
      href={`/admin/collections/campaigns/${span.campaignId}`}
      style={{ '--hue': span.hue, '--lane': lane, gridColumn: `${from + 1} / ${to + 2}` } as React.CSSProperties}
      title={label}
    >
      <span>{label}</span>
    </Link>
  );
}
