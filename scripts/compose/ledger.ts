import { instantText } from '../../campaigns/calendar/civil-day.ts';
import type { Unsigned } from '../../cms/ops/unsigned.ts';
import type { Delivery, DeliveryState } from '../../campaigns/ports/delivery.ts';

/** One row of `chengxin ledger --json`; instants ISO 8601 with +08:00. */
export interface LedgerRow {
  post: string;
  channel: string;
  /** `missed`: its minute has passed and no copy was made, for want of a signed story. */
  state: DeliveryState | 'missed';
  plannedAt: string;
  sentAt: string | null;
  externalId: string | null;
  attempts: number;
  /** Why nothing went out; only with `missed`. */
  why?: string;
}

const stateNames: Record<LedgerRow['state'], string> = {
  missed: '到点没有发', pending: '待发', claimed: '发送中', sent: '已提交', unknown: '结果未知', confirmed: '已确认',
  refused: '被拒', dead: '等人工', withdrawn: '已撤回', skipped: '已跳过',
};

/** `names`: post id → its name for people, `<campaign>/<post>`. */
export function ledgerRow(delivery: Delivery, names: Map<string, string>): LedgerRow {
  return {
    post: names.get(delivery.postId) ?? delivery.postId,
    channel: delivery.channel,
    state: delivery.state,
    plannedAt: instantText(delivery.plannedAt),
    sentAt: delivery.sentAt ? instantText(delivery.sentAt) : null,
    externalId: delivery.externalId,
    attempts: delivery.attempts,
  };
}

/** One row for each channel on which a missed post would have gone out. */
export const missedRows = ({ channels, plannedAt, postId, why }: Unsigned, names: Map<string, string>): LedgerRow[] => channels.map((channel) => ({
  post: names.get(postId) ?? postId, channel, state: 'missed', plannedAt: instantText(plannedAt), sentAt: null, externalId: null, attempts: 0, why,
}));

export function ledgerLine(row: LedgerRow): string {
  const time = (iso: string | null) => (iso ? iso.slice(0, 16).replace('T', ' ') : '—');
  return [time(row.plannedAt), time(row.sentAt).padEnd(16), stateNames[row.state], row.channel, row.post, row.externalId ?? '', row.why ?? `第${row.attempts}次`].join('  ');
}
