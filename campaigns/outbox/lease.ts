import type { Attempt } from '../ports/attempt.ts';
import type { Progress } from '../ports/delivery.ts';
import type { OutboxContext } from './context.ts';
import { reason } from './log.ts';

/** Thrown out of `record` so that a channel stops before its next outside mutation. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

export interface Lease {
  /** Saves what was learned and renews the claim; rejects with `LeaseLost` once others may take this attempt for dead. */
  record(progress: Progress): Promise<void>;
  /** All that was recorded so far. */
  progress(): Progress;
  /** True when somebody else has closed this attempt as crashed. */
  broken(): Promise<boolean>;
  end(): void;
}

/**
 * Holds a claim while its attempt runs. An attempt that finds its lease run out never mutates the outside world again,
 * even when nobody has taken it over yet: its successor may already be looking.
 */
export function hold(ctx: OutboxContext, attempt: Attempt): Lease {
  const { store, clock, limits, log } = ctx;
  const { deliveryId, number } = attempt;
  let until = attempt.leaseUntil;
  let progress = attempt.progress;
  let ended = false;

  const expired = () => ended || clock.now() >= until;
  const extended = () => new Date(clock.now().getTime() + limits.leaseMs);
  const broken = async () => {
    const mine = (await store.attempts(deliveryId)).find((a) => a.number === number);
    return !mine || mine.finishedAt !== null;
  };

  const stop = ctx.every(limits.leaseMs / 3, () => {
    if (expired()) return;
    const next = extended();
    store.patchAttempt(deliveryId, number, { leaseUntil: next }).then(
      () => { if (next > until) until = next; },
      (error: unknown) => log(`推送 ${deliveryId} 的租约没有续上：${reason(error)}`),
    );
  });

  return {
    async record(learned) {
      if (expired()) throw new LeaseLost('租约已过期，停止发送');
      progress = { ...progress, ...learned };
      const next = extended();
      await store.patchAttempt(deliveryId, number, { progress, leaseUntil: next });
      if (next > until) until = next;
      // Read back, then ask the clock once more: between two writes anything may have happened.
      if ((await broken()) || expired()) throw new LeaseLost('这次尝试已被接管，停止发送');
    },
    progress: () => progress,
    broken,
    end() {
      ended = true;
      stop();
    },
  };
}
