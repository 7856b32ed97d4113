import { instantText } from '../../campaigns/calendar/civil-day.ts';
import type { Delivery, DeliveryState } from '../../campaigns/ports/delivery.ts';
import type { RecallState } from '../../campaigns/ports/recall.ts';
import { copyWord } from '../../cms/admin/delivery-looks.ts';

/** One row of `chengxin ledger --json`; instants ISO 8601 with +08:00. */
export interface LedgerRow {
  post: string;
  channel: string;
  /** How the sending went. */
  state: DeliveryState;
  /** How far taking the copy back, or putting it right, has come; null while nobody asks for it. */
  recall: RecallState | null;
  recallOrder: string | null;
  plannedAt: string;
  sentAt: string | null;
  externalId: string | null;
  attempts: number;
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

export function ledgerLine(row: LedgerRow): string {
  const time = (iso: string | null) => (iso ? iso.slice(0, 16).replace('T', ' ') : '—');
  return [time(row.plannedAt), time(row.sentAt).padEnd(16), copyWord(row), row.channel, row.post, row.externalId ?? '', `第${row.attempts}次`].join('  ');
}
