import type { DeliveryStore } from '../../ports/delivery-store.ts';
import { guardedStore } from './guarded-store.ts';

/** A process's life: it dies at its n-th step, and then nothing it touches works any more. */
export interface Life {
  /** Passed at each await of the outside; rejects when this is where it ends, and ever after. */
  step(): Promise<void>;
  readonly dead: boolean;
  readonly steps: number;
}

export function createLife(lastStep: number, turn: () => Promise<void> = async () => {}): Life {
  let steps = 0;
  let dead = false;
  return {
    async step() {
      await turn();
      steps += 1;
      if (steps >= lastStep) dead = true;
      if (dead) throw new Error('示例：进程已死');
    },
    get dead() {
      return dead;
    },
    get steps() {
      return steps;
    },
  };
}

/** The store as one process sees it: it may die before a call, or after it was executed and before the answer. */
export function mortalStore(store: DeliveryStore, life: Life): DeliveryStore {
  const guard = async <T>(call: () => Promise<T>): Promise<T> => {
    await life.step();
    const answer = await call();
    await life.step();
    return answer;
  };
  return guardedStore(store, guard);
}
