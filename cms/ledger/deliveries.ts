import type { Payload, Where } from 'payload';
import { marksOf } from '../../campaigns/outbox/journal/columns/known.ts';
import type { DeliveryState, GoneBy } from '../../campaigns/ports/delivery.ts';
import type { RecallState } from '../../campaigns/ports/recall.ts';
import { idOf } from '../database/id-of.ts';
import { contentOf } from '../content/content.ts';

/** A delivery as the views show it: one copy of one release on one channel. */
export interface DeliveryRow {
  id: string;
  releaseId: string;
  /** The story that was released; null when the release is not there, or does not say. */
  storyId: string | null;
  campaignId: string;
  channel: string;
  /** Chinese name of the channel. */
  channelName: string;
  title: string;
  state: DeliveryState;
  plannedAt: Date;
  sentAt: Date | null;
  nextAt: Date | null;
  url: string | null;
  externalId: string | null;
  attempts: number;
  note: string | null;
  /** Taken out by the plan: what asked for it is gone, or a newer release has its place. */
  superseded: boolean;
  /** Was out, and was deleted in the account or taken off by the platform. */
  goneLater: GoneBy | null;
  /** How far taking it back has come; null while nobody asks for it. */
  recall: RecallState | null;
  /** By when it must be taken back. */
  recallBy: Date | null;
  /** When that was decided, and by which decision (`RecallOrder.id`). */
  recallAt: Date | null;
  recallOrder: string | null;
}

const maybe = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

/** Deliveries that match, with the titles of their releases. `limit` 0 means all. */
export async function findDeliveries(
  payload: Payload,
  where: Where,
  options: { sort?: string; limit?: number; page?: number } = {},
): Promise<{ rows: DeliveryRow[]; total: number; pages: number }> {
  const { sort = 'plannedAt', limit = 0, page = 1 } = options;
  const found = await payload.find({
    collection: 'deliveries',
    where,
    sort,
    limit,
    page,
    depth: 0,
    pagination: limit > 0,
  });
  const [releases, names] = await Promise.all([
    releasesOf(
      payload,
      found.docs.map(({ releaseId }) => releaseId),
    ),
    contentOf(payload).channelNames(),
  ]);
  const rows = found.docs.map((doc) => ({
    id: doc.id,
    releaseId: doc.releaseId,
    campaignId: doc.campaignId,
    channel: doc.channel,
    channelName: names.get(doc.channel) ?? doc.channel,
    storyId: releases.get(doc.releaseId)?.story ?? null,
    title: releases.get(doc.releaseId)?.title ?? '（签发稿不在库里）',
    state: doc.state,
    plannedAt: new Date(doc.plannedAt),
    sentAt: maybe(doc.sentAt),
    nextAt: maybe(doc.nextAt),
    url: doc.url ?? null,
    externalId: doc.externalId ?? null,
    attempts: doc.attempts,
    note: doc.note ?? null,
    ...marksOf(doc.progress),
    recall: doc.recall ?? null,
    recallBy: maybe(doc.recallBy),
    recallAt: maybe(doc.recallAt),
    recallOrder: doc.recallOrder ?? null,
  }));
  return { rows, total: found.totalDocs, pages: found.totalPages };
}

async function releasesOf(
  payload: Payload,
  ids: string[],
): Promise<Map<string, { title: string; story: string | null }>> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'releases',
    where: { id: { in: unique } },
    pagination: false,
    depth: 0,
    select: { title: true, story: true },
  });
  return new Map(docs.map(({ id, story, title }) => [id, { title, story: idOf(story) }]));
}
