import type { DeliveryStore } from '../../ports/delivery-store.ts';

/** Calls one method of the store, or does not, or keeps its answer back. */
export type Guard = <T>(call: () => Promise<T>) => Promise<T>;

/** The store with every call passed through `guard`: how a process that dies sees it. */
export const guardedStore = (store: DeliveryStore, guard: Guard): DeliveryStore => ({
  create: (d) => guard(() => store.create(d)),
  get: (id) => guard(() => store.get(id)),
  due: (now, limit) => guard(() => store.due(now, limit)),
  nextDue: () => guard(() => store.nextDue()),
  list: (filter) => guard(() => store.list(filter)),
  patch: (id, patch) => guard(() => store.patch(id, patch)),
  claim: (attempt) => guard(() => store.claim(attempt)),
  patchAttempt: (id, number, patch) => guard(() => store.patchAttempt(id, number, patch)),
  attempts: (id) => guard(() => store.attempts(id)),
});
