import type { Assets } from '../../ports/assets.ts';
import type { ChannelEvents } from '../../ports/channel-events.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Outcome, SendJob } from '../channel.ts';
import { openNotebook, type Notebook } from '../shared/notebook.ts';
import type { WechatApi, WechatReply } from './api.ts';
import type { WechatConfig } from './config.ts';
import { failed } from './outcomes.ts';

/** Everything one send or look needs at hand. */
export interface Work {
  config: WechatConfig;
  api: WechatApi;
  clock: Clock;
  assets: Assets;
  /** Present when the platform tells results by itself. */
  events?: ChannelEvents;
  job: SendJob;
  /**
   * Keys: coverMediaId, img:<imageId> (url), draftAddAt, draftMediaId, submitAt, submitBusy, publishId,
   * coverTries; massAt (first doubtful sendall), massTriedAt (latest), massId, massQuotaTries; withdrawAt, withdrawn, discardAt. `…At` are epoch milliseconds: the mutation may have been executed at or after then.
   */
  notes: Notebook;
}

/** A step either yields what the next one needs or ends the attempt with an outcome. */
export type Step<T> = { value: T } | { outcome: Outcome };

export const openWork = (parts: Omit<Work, 'notes'>): Work => ({ ...parts, notes: openNotebook(parts.job) });

export const nowMs = (work: Work): number => work.clock.now().getTime();

/** Written with every send: what is sent again after a withdrawal must be withdrawn again. */
export const notWithdrawn = { withdrawn: null, withdrawAt: null, discardAt: null };

type NotDone = Exclude<WechatReply<unknown>, { kind: 'ok' } | { kind: 'uncertain' }>;

/** Ends an attempt whose last call was certainly not executed. */
export const stop = (work: Work, reply: NotDone, step: string): { outcome: Outcome } => ({
  outcome: failed(reply, step, work.clock.now()),
});

/** Ends an attempt after a call that is harmless to repeat (uploads, questions), even when it is uncertain. */
export const stopHarmless = (
  work: Work,
  reply: Exclude<WechatReply<unknown>, { kind: 'ok' }>,
  step: string,
): { outcome: Outcome } =>
  stop(work, reply.kind === 'uncertain' ? { kind: 'not-sent', reason: reply.reason } : reply, step);
