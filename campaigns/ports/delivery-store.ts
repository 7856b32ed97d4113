import type { Attempt, AttemptPatch } from './attempt.ts';
import type { Delivery, DeliveryState, NewDelivery } from './delivery.ts';

/** What is known of a copy beside its state; it is kept together, so it is written together. */
export type Known = Pick<Delivery, 'progress' | 'superseded' | 'goneLater'>;
type Unnamed = { [K in keyof Known]?: never };
export type DeliveryPatch = Partial<
  Omit<Delivery, 'id' | 'key' | 'campaignId' | 'postId' | 'channel' | 'releaseId' | keyof Known>
> &
  (Known | Unnamed);

export interface DeliveryFilter {
  campaignId?: string;
  postIds?: string[];
  states?: DeliveryState[];
  releaseIds?: string[];
  /** Only those whose `recallOrder` is none of these. */
  notOrderedBy?: string[];
  plannedFrom?: Date;
  plannedTo?: Date;
}

/**
 * Persistence of the outbox. No method is atomic with another; only two unique keys exist
 * (delivery.key, attempt (deliveryId, number)), and they do all the locking.
 * One conformance suite, beside the implementation on databases, proves an implementation on each database.
 */
export interface DeliveryStore {
  /** Inserts a pending delivery; false when one with the same key exists (then nothing changes). */
  create(delivery: NewDelivery): Promise<boolean>;
  get(id: string): Promise<Delivery | null>;
  /** Deliveries whose `nextAt` ≤ `now`, earliest first. */
  due(now: Date, limit: number): Promise<Delivery[]>;
  /** The earliest `nextAt` of all, or null. */
  nextDue(): Promise<Date | null>;
  list(filter: DeliveryFilter): Promise<Delivery[]>;
  /** One that names `attempts` never goes back: it changes nothing when the row knows of more attempts already. */
  patch(id: string, patch: DeliveryPatch): Promise<void>;
  /** Claims: inserts the attempt; false when (deliveryId, number) is taken. */
  claim(attempt: Attempt): Promise<boolean>;
  /**
   * Patches an attempt that nobody has finished yet, in one step.
   * @returns false when it is finished (by others: this process was taken for dead) or was never claimed; then nothing has changed
   */
  patchAttempt(deliveryId: string, number: number, patch: AttemptPatch): Promise<boolean>;
  /** All attempts of a delivery, by number. */
  attempts(deliveryId: string): Promise<Attempt[]>;
}
