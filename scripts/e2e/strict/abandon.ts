import type { DeliveryStore } from '../../../campaigns/ports/delivery-store.ts';
import { guardedStore } from '../../../campaigns/outbox/testing/guarded-store.ts';

/** A worker's life. Once it is over nothing the worker awaits ever comes back: it is neither told nor stopped. */
export interface Life {
  readonly over: boolean;
  /** Resolves when it is over. */
  readonly end: Promise<void>;
  finish(): void;
}

export function createLife(): Life {
  let over = false;
  let tell = () => {};
  const end = new Promise<void>((resolve) => (tell = resolve));
  return {
    get over() {
      return over;
    },
    end,
    finish() {
      over = true;
      tell();
    },
  };
}

const never = new Promise<never>(() => {});

/**
 * The store as one worker sees it. Its life ends at its `last`-th call, before the call is executed or after; then this
 * and every later call stays without an answer.
 */
export function abandoningStore(
  store: DeliveryStore,
  life: Life,
  last: number,
  when: 'before' | 'after',
): DeliveryStore {
  let calls = 0;
  const guard = async <T>(call: () => Promise<T>): Promise<T> => {
    if (life.over) return never;
    calls += 1;
    if (calls >= last && when === 'before') life.finish();
    if (life.over) return never;
    const answer = await call();
    if (calls >= last) life.finish();
    return life.over ? never : answer;
  };
  return guardedStore(store, guard);
}
