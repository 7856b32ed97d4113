import type { Payload, Where } from 'payload';
import { v7 as uuid } from 'uuid';
import { writeAttempt, writeAttemptPatch } from '../../campaigns/outbox/journal/columns/attempt.ts';
import type { DeliveryFilter, DeliveryStore } from '../../campaigns/ports/delivery-store.ts';
import { deliveryKey } from '../../campaigns/ports/delivery.ts';
import { insertRow } from '../database/insert-once.ts';
import { whenMoved } from '../database/moved.ts';
import { attemptOf, deliveriesOf, patchRow, stored } from './outbox-row.ts';
import type { AttemptRow, DeliveryRow } from './outbox-row.ts';

const claimOf = (deliveryId: string, number: number) => `${deliveryId}#${number}`;

function whereOf(filter: DeliveryFilter): Where {
  const and: Where[] = [];
  if (filter.campaignId !== undefined) and.push({ campaignId: { equals: filter.campaignId } });
  if (filter.postIds !== undefined) and.push({ postId: { in: filter.postIds } });
  if (filter.states !== undefined) and.push({ state: { in: filter.states } });
  if (filter.releaseIds !== undefined) and.push({ releaseId: { in: filter.releaseIds } });
  // A row without an order is not “not in” a list on every database.
  if (filter.notOrderedBy !== undefined)
    and.push({ or: [{ recallOrder: { exists: false } }, { recallOrder: { not_in: filter.notOrderedBy } }] });
  if (filter.plannedFrom) and.push({ plannedAt: { greater_than_equal: filter.plannedFrom.toISOString() } });
  if (filter.plannedTo) and.push({ plannedAt: { less_than_equal: filter.plannedTo.toISOString() } });
  return { and };
}

/**
 * The outbox on Payload's database, SQLite or MongoDB alike. Goes through the database adapter: one statement each, no
 * hooks, no access rules, no transactions (design rule: only unique keys lock).
 */
export function createDeliveryStore({ db }: Pick<Payload, 'db'>): DeliveryStore {
  const deliveries = async (where: Where, sort: string[], limit: number) => {
    const { docs } = await db.find<DeliveryRow>({ collection: 'deliveries', where, sort, limit, pagination: false });
    return deliveriesOf(docs);
  };
  /** The condition is part of the one statement that writes, on either database. */
  const updateWhere = async (collection: 'deliveries' | 'attempts', where: Where, data: Record<string, unknown>) =>
    (await db.updateOne({ collection, where, data, options: { atomic: true }, select: { id: true } })) !== null;

  async function nextDue(): Promise<Date | null> {
    // A range, not `exists`: both databases answer it from the index alone.
    const {
      docs: [first],
    } = await db.find<Pick<DeliveryRow, 'nextAt'>>({
      collection: 'deliveries',
      where: { nextAt: { greater_than_equal: new Date(0).toISOString() } },
      sort: ['nextAt'],
      limit: 1,
      pagination: false,
      select: { nextAt: true },
    });
    // Only its time counts here: a row that is broken otherwise must not hide those behind it.
    const at = first?.nextAt ? new Date(first.nextAt) : null;
    return at && !Number.isNaN(at.getTime()) ? at : null;
  }

  return {
    create: (d) =>
      insertRow(
        db,
        'deliveries',
        'key',
        stored({
          id: uuid(),
          key: deliveryKey(d),
          campaignId: d.campaignId,
          postId: d.postId,
          channel: d.channel,
          releaseId: d.releaseId,
          plannedAt: d.plannedAt,
          misfire: d.misfire,
          misfireWindow: d.misfireWindow,
          state: 'pending',
          nextAt: d.plannedAt,
          sentAt: null,
          externalId: null,
          url: null,
          attempts: 0,
          progress: {},
          note: null,
          recall: null,
          recallOrder: null,
          recallAt: null,
          recallBy: null,
        }),
      ),
    async get(id) {
      return (await deliveries({ id: { equals: id } }, ['id'], 1))[0] ?? null;
    },
    due: (now, limit) =>
      deliveries({ nextAt: { less_than_equal: now.toISOString() } }, ['nextAt', 'plannedAt', 'id'], limit),
    // Asked each second: on SQLite only when somebody has written since; elsewhere that question costs as much.
    nextDue: db.name === 'mongoose' ? nextDue : whenMoved({ db }, nextDue),
    async list(filter) {
      if ([filter.postIds, filter.states, filter.releaseIds].some((list) => list?.length === 0)) return [];
      return deliveries(whereOf(filter), ['plannedAt', 'id'], 0);
    },
    async patch(id, patch) {
      const data = patchRow(patch);
      if (patch.attempts === undefined) await db.updateOne({ collection: 'deliveries', id, data, returning: false });
      else
        await updateWhere(
          'deliveries',
          { and: [{ id: { equals: id } }, { attempts: { less_than_equal: patch.attempts } }] },
          data,
        );
    },
    claim: (attempt) =>
      insertRow(
        db,
        'attempts',
        'claim',
        stored({ id: uuid(), claim: claimOf(attempt.deliveryId, attempt.number), ...writeAttempt(attempt) }),
      ),
    async patchAttempt(deliveryId, number, patch) {
      const where: Where = {
        and: [{ claim: { equals: claimOf(deliveryId, number) } }, { finishedAt: { exists: false } }],
      };
      return updateWhere('attempts', where, stored(writeAttemptPatch(patch)));
    },
    async attempts(deliveryId) {
      const { docs } = await db.find<AttemptRow>({
        collection: 'attempts',
        where: { deliveryId: { equals: deliveryId } },
        sort: ['number'],
        limit: 0,
        pagination: false,
      });
      return docs.map(attemptOf);
    },
  };
}
