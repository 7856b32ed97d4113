import { v7 as uuid } from 'uuid';
import type { Attempt } from '../../ports/attempt.ts';
import type { DeliveryFilter, DeliveryStore } from '../../ports/delivery-store.ts';
import { deliveryKey } from '../../ports/delivery.ts';
import type { Delivery } from '../../ports/delivery.ts';

/** Earliest `nextAt` first; equal ones by plan, then by age, so that order is the same on every database. */
const byDue = (a: Delivery, b: Delivery) =>
  Number(a.nextAt) - Number(b.nextAt) || Number(a.plannedAt) - Number(b.plannedAt) || (a.id < b.id ? -1 : 1);

function matches(d: Delivery, f: DeliveryFilter): boolean {
  return (
    (f.campaignId === undefined || d.campaignId === f.campaignId) &&
    (f.postIds === undefined || f.postIds.includes(d.postId)) &&
    (f.states === undefined || f.states.includes(d.state)) &&
    (f.releaseIds === undefined || f.releaseIds.includes(d.releaseId)) &&
    (f.notOrderedBy === undefined || d.recallOrder === null || !f.notOrderedBy.includes(d.recallOrder)) &&
    (f.plannedFrom === undefined || d.plannedAt >= f.plannedFrom) &&
    (f.plannedTo === undefined || d.plannedAt <= f.plannedTo)
  );
}

/** A `DeliveryStore` that lives as long as the process: for simulations and tests. Gives and takes copies. */
export function createMemoryStore(): DeliveryStore {
  const rows = new Map<string, Delivery>();
  const keys = new Set<string>();
  const trails = new Map<string, Attempt[]>();

  return {
    async create(delivery) {
      const key = deliveryKey(delivery);
      if (keys.has(key)) return false;
      keys.add(key);
      const id = uuid();
      const { campaignId, postId, channel, releaseId, plannedAt, misfire, misfireWindow } = structuredClone(delivery);
      rows.set(id, {
        id,
        key,
        campaignId,
        postId,
        channel,
        releaseId,
        plannedAt,
        misfire,
        misfireWindow,
        state: 'pending',
        nextAt: plannedAt,
        sentAt: null,
        externalId: null,
        url: null,
        attempts: 0,
        progress: {},
        superseded: false,
        goneLater: null,
        note: null,
        recall: null,
        recallOrder: null,
        recallAt: null,
        recallBy: null,
      });
      return true;
    },
    async get(id) {
      return structuredClone(rows.get(id) ?? null);
    },
    async due(now, limit) {
      const due = [...rows.values()].filter((d) => d.nextAt && d.nextAt <= now);
      return structuredClone(due.sort(byDue).slice(0, limit));
    },
    async nextDue() {
      let first: Date | null = null;
      for (const { nextAt } of rows.values()) if (nextAt && (!first || nextAt < first)) first = nextAt;
      return first && new Date(first);
    },
    async list(filter) {
      const found = [...rows.values()].filter((d) => matches(d, filter));
      return structuredClone(found.sort((a, b) => Number(a.plannedAt) - Number(b.plannedAt) || (a.id < b.id ? -1 : 1)));
    },
    async patch(id, patch) {
      const row = rows.get(id);
      if (row && row.attempts <= (patch.attempts ?? row.attempts)) rows.set(id, { ...row, ...structuredClone(patch) });
    },
    async claim(attempt) {
      const trail = trails.get(attempt.deliveryId) ?? [];
      if (trail.some((a) => a.number === attempt.number)) return false;
      trails.set(
        attempt.deliveryId,
        [...trail, structuredClone(attempt)].sort((a, b) => a.number - b.number),
      );
      return true;
    },
    async patchAttempt(deliveryId, number, patch) {
      const trail = trails.get(deliveryId) ?? [];
      const open = trail.find((a) => a.number === number && a.finishedAt === null);
      if (!open) return false;
      trails.set(
        deliveryId,
        trail.map((a) => (a === open ? { ...a, ...structuredClone(patch) } : a)),
      );
      return true;
    },
    async attempts(deliveryId) {
      return structuredClone(trails.get(deliveryId) ?? []);
    },
  };
}
