import type { Payload, Where } from 'payload';
import type { DeliveryState } from '../../../campaigns/ports/delivery.ts';
import { loadChannels } from '../../starter/load-channels.ts';

/** A delivery as the views show it: one copy of one release on one channel. */
export interface DeliveryRow {
  id: string;
  releaseId: string;
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
}

const maybe = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

/** Deliveries that match, with the titles of their releases. `limit` 0 means all. */
export async function findDeliveries(payload: Payload, where: Where, options: { sort?: string; limit?: number; page?: number } = {}): Promise<{ rows: DeliveryRow[]; total: number; pages: number }> {
  const { sort = 'plannedAt', limit = 0, page = 1 } = options;
  const found = await payload.find({ collection: 'deliveries', where, sort, limit, page, depth: 0, pagination: limit > 0 });
  const [titles, names] = await Promise.all([releaseTitles(payload, found.docs.map(({ releaseId }) => releaseId)), channelNames()]);
  const rows = found.docs.map((doc) => ({
    id: doc.id,
    releaseId: doc.releaseId,
    campaignId: doc.campaignId,
    channel: doc.channel,
    channelName: names.get(doc.channel) ?? doc.channel,
    title: titles.get(doc.releaseId) ?? '（签发稿不在库里）',
    state: doc.state,
    plannedAt: new Date(doc.plannedAt),
    sentAt: maybe(doc.sentAt),
    nextAt: maybe(doc.nextAt),
    url: doc.url ?? null,
    externalId: doc.externalId ?? null,
    attempts: doc.attempts,
    note: doc.note ?? null,
  }));
  return { rows, total: found.totalDocs, pages: found.totalPages };
}

export async function channelNames(): Promise<Map<string, string>> {
  return new Map((await loadChannels()).map(({ id, name }) => [id, name]));
}

async function releaseTitles(payload: Payload, ids: string[]): Promise<Map<string, string>> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Map();
  const { docs } = await payload.find({ collection: 'releases', where: { id: { in: unique } }, pagination: false, depth: 0, select: { title: true } });
  return new Map(docs.map(({ id, title }) => [id, title]));
}
