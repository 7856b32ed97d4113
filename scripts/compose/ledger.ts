import { instantText } from '../../campaigns/calendar/civil-day.ts';
import type { Unsigned } from '../../cms/ops/unsigned.ts';
import type { Delivery, DeliveryState } from '../../campaigns/ports/delivery.ts';
import type { RecallState } from '../../campaigns/ports/recall.ts';
import { copyWord } from '../../cms/words/delivery-looks.ts';

/** One row of `chengxin ledger --json`; instants ISO 8601 with +08:00. */
export interface LedgerRow {
  post: string;
  channel: string;
  /** How the sending went. `missed`: its minute has passed and no copy was made, for want of a signed story. */
  state: DeliveryState | 'missed';
  /** How far taking the copy back, or putting it right, has come; null while nobody asks for it. */
  recall: RecallState | null;
  recallOrder: string | null;
  plannedAt: string;
  sentAt: string | null;
  externalId: string | null;
  attempts: number;
  /** Why nothing went out; only with `missed`. */
  why?: string;
}

/** `names`: post id → its name for people, `<campaign>/<post>`. */
export function ledgerRow(delivery: Delivery, names: Map<string, string>): LedgerRow {
  return {
    post: names.get(delivery.postId) ?? delivery.postId,
    channel: delivery.channel,
    state: delivery.state,
    recall: delivery.recall,
    recallOrder: delivery.recallOrder,
    plannedAt: instantText(delivery.plannedAt),
    sentAt: delivery.sentAt ? instantText(delivery.sentAt) : null,
    externalId: delivery.externalId,
    attempts: delivery.attempts,
  };
}

/** One row for each channel on which a missed post would have gone out. */
export const missedRows = ({ channels, plannedAt, postId, why }: Unsigned, names: Map<string, string>): LedgerRow[] =>
  channels.map((channel) => ({
    post: names.get(postId) ?? postId,
    channel,
    state: 'missed',
    recall: null,
    recallOrder: null,
    plannedAt: instantText(plannedAt),
    sentAt: null,
    externalId: null,
    attempts: 0,
    why,
  }));

export function ledgerLine(row: LedgerRow): string {
  const time = (iso: string | null) => (iso ? iso.slice(0, 16).replace('T', ' ') : '—');
  const word = row.state === 'missed' ? '到点没有发' : copyWord({ ...row, state: row.state });
  return [
    time(row.plannedAt),
    time(row.sentAt).padEnd(16),
    word,
    row.channel,
    row.post,
    row.externalId ?? '',
    row.why ?? `第${row.attempts}次`,
  ].join('  ');
}
