import type { RecallState } from './recall.ts';

/**
 * One copy of one release on one channel. Unique by `key` = post:channel:release
 * (design rule: unique keys do the locking).
 */
// What people read for each: state-words.ts.
export const deliveryStates = [
  'pending',
  'claimed',
  'sent', // handed in: the platform says later
  'unknown', // looked after first, never sent again blindly
  'confirmed',
  'refused', // the content must change
  'dead',
  'withdrawn',
  'skipped',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What to do when a post's minute was missed: send late within a window, skip and tell, or ask. */
export const misfirePolicies = ['late', 'skip', 'ask'] as const;
export type MisfirePolicy = (typeof misfirePolicies)[number];

/** What a channel has learned so far (media ids, publish id …), in its own words; written before and after each outside step. */
export type Progress = Record<string, string | number | boolean | null>;

/** Who took a copy off that had been out: deleted in the account itself, or taken off by the platform. */
export const goneBys = ['account', 'platform'] as const;
export type GoneBy = (typeof goneBys)[number];

export interface Delivery {
  id: string;
  key: string;
  campaignId: string;
  postId: string;
  channel: string;
  releaseId: string;
  state: DeliveryState;
  plannedAt: Date;
  misfire: MisfirePolicy;
  /** Minutes after `plannedAt` within which a missed post may still go out (policy `late`). */
  misfireWindow: number;
  /** When a worker must look at it next; null when nothing is left to do by machine. */
  nextAt: Date | null;
  /** When the outside world accepted it (first `sent` or `confirmed`). */
  sentAt: Date | null;
  /** What the platform calls it. */
  externalId: string | null;
  url: string | null;
  /** How many attempts have been started. */
  attempts: number;
  progress: Progress;
  /** Taken out by the plan before it went out: nobody asks for it now, or a newer release has its place. Only ever true of 已跳过. */
  superseded: boolean;
  /** Was out, and somebody else has taken it off since; null otherwise. */
  goneLater: GoneBy | null;
  /** The latest outcome as one Chinese sentence, for the ledger. */
  note: string | null;
  /** Taking it back or putting it right: how far that is; null while nobody asks for it. */
  recall: RecallState | null;
  /** The order that its attempts have taken in last (`RecallOrder.id`). */
  recallOrder: string | null;
  /** When that was decided. */
  recallAt: Date | null;
  /** By when it must be done. */
  recallBy: Date | null;
}

export type NewDelivery = Pick<
  Delivery,
  'campaignId' | 'postId' | 'channel' | 'releaseId' | 'plannedAt' | 'misfire' | 'misfireWindow'
>;

export const deliveryKey = (d: { postId: string; channel: string; releaseId: string }): string =>
  `${d.postId}:${d.channel}:${d.releaseId}`;
