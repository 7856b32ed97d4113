import type { Assets } from '../ports/assets.ts';
import type { Clock } from '../ports/clock.ts';
import type { Progress } from '../ports/delivery.ts';
import type { Release } from '../ports/release.ts';

/**
 * What happened to a copy, in the outside world's terms.
 * - confirmed: it is out, the channel says so.
 * - sent: accepted; ask again after `lookAfter`.
 * - unknown: the request may or may not have been executed; only `look` may follow.
 * - not-sent: a look is certain that nothing was executed; sending again is safe.
 * - retry: certainly not executed (refused for load, token, quota); try again after `after`.
 * - refused: the content must change.
 * - blocked: a person must act (account, permission, configuration).
 */
export type Outcome =
  | { kind: 'confirmed'; externalId: string | null; url: string | null; note: string }
  | { kind: 'sent'; externalId: string | null; lookAfter: number; note: string }
  | { kind: 'unknown'; lookAfter: number; note: string }
  | { kind: 'not-sent'; note: string }
  | { kind: 'retry'; after: number; note: string }
  | { kind: 'refused'; note: string }
  | { kind: 'blocked'; note: string };

/** One sentence about why a release does not fit a channel. */
export interface ChannelFinding {
  level: 'block' | 'warn';
  field: string;
  /** What is wrong and how to mend it, in Chinese. */
  message: string;
}

export interface SendJob {
  /** Correlation id: goes into the link that the platform gives back (`?d=<deliveryId>`). */
  deliveryId: string;
  release: Release;
  /** Absolute public URL of the story, with the correlation id. */
  link: string;
  progress: Progress;
  /** When the last mutation of the outside world may have been executed (for settle times); null when none. */
  lastSendAt: Date | null;
  /** Persists what was learned; must be awaited before and after each outside mutation. */
  record(progress: Progress): Promise<void>;
  signal: AbortSignal;
}

export interface ChannelContext {
  clock: Clock;
  assets: Assets;
}

/**
 * A place where copies go. One folder each under `campaigns/channels/`; every one passes
 * `conformance.ts`. Times in milliseconds of the injected clock. Methods never throw for what the outside
 * world did (that is an Outcome); they throw only for programming errors.
 */
export interface Channel {
  /** The account's id, e.g. `wechat`, `weibo`, `press` (file name under content/channels/). */
  readonly id: string;
  /** Chinese name for people, e.g. “微信公众号”. */
  readonly name: string;
  validate(release: Release): ChannelFinding[];
  send(job: SendJob): Promise<Outcome>;
  /** Asks the outside world what became of an earlier send; changes nothing there. */
  look(job: SendJob): Promise<Outcome>;
}
