import type { Assets } from '../ports/assets.ts';
import type { ChannelEvents } from '../ports/channel-events.ts';
import type { Clock } from '../ports/clock.ts';
import type { GoneBy, Progress } from '../ports/delivery.ts';
import type { Release } from '../ports/release.ts';

/**
 * What happened to a copy, in the outside world's terms.
 * - confirmed: it is out, the channel says so.
 * - sent: accepted; ask again after `lookAfter`.
 * - unknown: the request may or may not have been executed; only `look` may follow.
 * - not-sent: a look is certain that nothing was executed; sending again is safe.
 * - retry: certainly not executed (refused for load, token, quota); try again after `after`.
 * - refused: the content must change; `goneLater`: not so, it was out already and somebody has taken it off.
 * - blocked: a person must act (account, permission, configuration).
 */
export type Outcome =
  | { kind: 'confirmed'; externalId: string | null; url: string | null; note: string }
  | { kind: 'sent'; externalId: string | null; lookAfter: number; note: string }
  | { kind: 'unknown'; lookAfter: number; note: string }
  | { kind: 'not-sent'; note: string }
  | { kind: 'retry'; after: number; note: string }
  | { kind: 'refused'; note: string; goneLater?: GoneBy }
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
  /** When a person last put the delivery back into the queue, taking the word for it that it is not out; null when nobody has. */
  resumedAt: Date | null;
  /** Persists what was learned; must be awaited before and after each outside mutation. */
  record(progress: Progress): Promise<void>;
  signal: AbortSignal;
}

/**
 * What became of taking one copy back (docs/decisions/012: every copy has a state).
 * - deleted: this copy was out and is gone now; corrected: it stays, with a correction that readers see.
 * - already-gone: nothing was out (never published, or taken away before by others).
 * - notified: a notice has been handed over, there is no receipt yet; `reference` names it.
 * - needs-person: no machine can do it; `steps` says in Chinese exactly what to do.
 * - irrevocable: what is out stays out, and nobody can change that.
 * - unknown: it may or may not have been executed; ask again after `lookAfter`.
 * - retry: certainly not executed, or certainly still there; withdraw again after `after`.
 */
export type WithdrawOutcome =
  | { kind: 'deleted'; note: string }
  | { kind: 'corrected'; note: string }
  | { kind: 'already-gone'; note: string }
  | { kind: 'notified'; reference: string; note: string }
  | { kind: 'needs-person'; steps: string; note: string }
  | { kind: 'irrevocable'; note: string }
  | { kind: 'unknown'; lookAfter: number; note: string }
  | { kind: 'retry'; after: number; note: string };

/** A copy that is to be taken back; `progress` is what its sending has learned, and the withdrawal adds to it. */
export interface WithdrawJob extends SendJob {
  /** Why, in one Chinese sentence that may be shown to the outlet. */
  reason: string;
  /** Civil day (Asia/Shanghai, `YYYY-MM-DD`) by which it must be gone; null when none is set. */
  deadline: string | null;
  /** What the ledger knows of the copy; may have been typed in by a person. */
  externalId: string | null;
  url: string | null;
}

/** One passage that was wrong in what went out. */
export interface Correction {
  /** As it stood. */
  wrong: string;
  /** As it must read. */
  right: string;
}

/** A copy that was out and is not any more, though nobody here took it away. */
export interface GoneLater {
  by: GoneBy;
  /** One Chinese sentence for the ledger. */
  note: string;
}

/** What may become of a confirmed copy without us. Nothing here changes the outside world. */
interface Aftermath {
  /** Which copies the platform has by itself said are gone, since then, by what their sending has learned. Asks nobody outside. */
  told(since: Date): Promise<(progress: Progress) => boolean>;
  /** Is it still there? Null: as far as can be told. */
  look(job: SendJob): Promise<GoneLater | null>;
}

export interface ChannelContext {
  clock: Clock;
  assets: Assets;
  /** Where platforms' own messages arrive; absent while none has been told our address. */
  events?: ChannelEvents;
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
  /**
   * Takes one copy back. Repeating it, also after a crash or a lost reply, has one effect; asked of a copy that may be
   * under way, it says `unknown` until that is settled, so that nothing comes out behind it.
   */
  withdraw(job: WithdrawJob): Promise<WithdrawOutcome>;
  /** Is it gone? Changes nothing; `retry` means that it is still there. Absent where the platform cannot be asked. */
  lookWithdrawn?(job: WithdrawJob): Promise<WithdrawOutcome>;
  /** Has an outlet put one passage right; repeating the same correction has one effect. Absent where none is possible. */
  correct?(job: WithdrawJob, correction: Correction): Promise<WithdrawOutcome>;
  /** Absent where the platform cannot be asked about what was confirmed. */
  readonly later?: Aftermath;
}
