import { readable } from '../../campaigns/bulkhead/each.ts';
import { readAttempt, type AttemptRow as ReadRow } from '../../campaigns/outbox/journal/columns/attempt.ts';
import { readKnown, writeKnown } from '../../campaigns/outbox/journal/columns/known.ts';
import type { Attempt } from '../../campaigns/ports/attempt.ts';
import type { DeliveryPatch } from '../../campaigns/ports/delivery-store.ts';
import type { Delivery } from '../../campaigns/ports/delivery.ts';

/** As the database gives it: every instant an ISO string. */
type Row<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null | undefined : T[K];
};
export type DeliveryRow = Row<Omit<Delivery, 'progress' | 'superseded' | 'goneLater'>> & { progress?: unknown };
export type AttemptRow = Row<ReadRow> & { id: string; claim: string };

const date = (text: string | null | undefined): Date | null => (text ? instant(text) : null);

/** @throws RangeError for what is no instant: such a date would compare with nothing and be sent at any time, or never */
function instant(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new RangeError(`时间“${text}”读不出来`);
  return at;
}

export const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  key: row.key,
  campaignId: row.campaignId,
  postId: row.postId,
  channel: row.channel,
  releaseId: row.releaseId,
  state: row.state,
  plannedAt: instant(row.plannedAt),
  misfire: row.misfire,
  misfireWindow: row.misfireWindow,
  nextAt: date(row.nextAt),
  sentAt: date(row.sentAt),
  externalId: row.externalId ?? null,
  url: row.url ?? null,
  attempts: row.attempts,
  ...readKnown(row.progress),
  note: row.note ?? null,
  recall: row.recall ?? null,
  recallOrder: row.recallOrder ?? null,
  recallAt: date(row.recallAt),
  recallBy: date(row.recallBy),
});

/** The rows that can be read; a broken one is told as stuck and nobody else's business. */
export const deliveriesOf = (rows: readonly DeliveryRow[]): Delivery[] =>
  readable(rows, ({ channel, id }) => [`delivery ${id}`, `${channel} 上的一份（${id}）`], deliveryOf);

/** @throws RangeError (Chinese) for a row that does not fit */
export const attemptOf = ({ startedAt, leaseUntil, finishedAt, ...row }: AttemptRow): Attempt =>
  readAttempt({ ...row, startedAt: instant(startedAt), leaseUntil: instant(leaseUntil), finishedAt: date(finishedAt) });

/** The columns that a patch names. */
export const patchRow = ({ progress, superseded, goneLater, ...patch }: DeliveryPatch): Record<string, unknown> =>
  stored({ ...patch, ...(progress ? { progress: writeKnown({ progress, superseded, goneLater }) } : {}) });

/** Instants as text; what is undefined is left out, so that a patch touches only what it names. */
export function stored(data: object): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if (value !== undefined) row[key] = value instanceof Date ? value.toISOString() : value;
  }
  return row;
}
