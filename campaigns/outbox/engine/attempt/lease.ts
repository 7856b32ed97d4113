import type { AttemptEnd, RunningAttempt } from '../../../ports/attempt.ts';
import type { Progress } from '../../../ports/delivery.ts';
import type { OutboxContext } from './context.ts';
import { reason } from './log.ts';

/** Thrown out of `record` so that a channel stops before its next outside mutation. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

export interface Lease {
  /** Throws `LeaseLost` when the claim has run out by this clock. */
  check(): void;
  /** Saves what was learned and renews the claim; rejects with `LeaseLost` once others may take this attempt for dead. */
  record(progress: Progress): Promise<void>;
  /** All that was recorded so far. */
  progress(): Progress;
  /** Closes the attempt with its result; false when somebody else has closed it as crashed, then nothing is written. */
  finish(end: AttemptEnd): Promise<boolean>;
  end(): void;
}

/**
 * Holds a claim while its attempt runs. An attempt that finds its lease run out never mutates the outside world again,
 * even when nobody has taken it over yet: its successor may already be looking.
 */
export function hold(ctx: OutboxContext, attempt: RunningAttempt): Lease {
  const { store, clock, limits, log } = ctx;
  const { begun, deliveryId, number } = attempt;
  let until = attempt.leaseUntil;
  let progress = attempt.progress;
  let ended = false;

  const expired = () => ended || clock.now() >= until;
  const extended = () => new Date(clock.now().getTime() + limits.leaseMs);

  const stop = ctx.every(limits.leaseMs / 3, () => {
    if (expired()) return;
    const next = extended();
    store.patchAttempt(deliveryId, number, { leaseUntil: next }).then(
      (mine) => {
        if (mine && next > until) until = next;
      },
      (error: unknown) => log(`推送 ${deliveryId} 的租约没有续上：${reason(error)}`),
    );
  });

  const check = () => {
    if (expired()) throw new LeaseLost('租约已过期，停止发送');
  };

  return {
    check,
    async record(learned) {
      check();
      progress = { ...progress, ...learned };
      const next = extended();
      const mine = await store.patchAttempt(deliveryId, number, { progress, begun, leaseUntil: next });
      if (mine && next > until) until = next;
      // The clock once more: while that was being written anything may have happened.
      if (!mine || expired()) throw new LeaseLost('这次尝试已被接管，停止发送');
    },
    progress: () => progress,
    finish: (end) => store.patchAttempt(deliveryId, number, end),
    end() {
      ended = true;
      stop();
    },
  };
}
