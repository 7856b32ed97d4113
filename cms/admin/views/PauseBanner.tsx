import { Link } from '@payloadcms/ui';
import type { PausedRow } from '../queries/pauses.ts';

/** On 今日: what stands still by somebody's decision, so that nobody wonders. */
export const PauseBanner = ({ mayResume, paused }: { mayResume: boolean; paused: PausedRow[] }) =>
  paused.length > 0 && (
    <section aria-label="暂停中的渠道" className="cx-banner">
      <ul>
        {paused.map(({ channel, name, reason, since }) => (
          <li key={channel}>
            <strong>{name}已暂停</strong>　{since}：{reason}
          </li>
        ))}
      </ul>
      <Link className="cx-button" href="/admin/ledger" prefetch={false}>
        {mayResume ? '去台账恢复' : '看台账'}
      </Link>
    </section>
  );
