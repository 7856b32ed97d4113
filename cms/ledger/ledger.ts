import { attemptWords } from '../../campaigns/ports/state-words.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import type { Payload, Where } from 'payload';
import { addDays, instantOf } from '../../campaigns/calendar/civil-day.ts';
import { readUnsigned, type Unsigned } from '../ops/unsigned.ts';
import { ledgerTabs, type LedgerTab } from '../words/delivery-looks.ts';
import { findDeliveries, type DeliveryRow } from './deliveries.ts';
import type { LedgerQuery } from './ledger-query.ts';

interface LedgerAttempt {
  number: number;
  startedAt: Date;
  note: string;
}
export interface LedgerRow extends DeliveryRow {
  /** Filled for rows whose outcome is unknown: they stand open. */
  trail: LedgerAttempt[];
}
export interface LedgerGroup {
  releaseId: string;
  title: string;
  version: number | null;
  signedBy: string | null;
  signedAt: Date | null;
  hash: string | null;
  /** When and why the release was withdrawn. */
  withdrawn: { at: Date; reason: string } | null;
  rows: LedgerRow[];
}
export interface Ledger {
  /** Posts past their minute of which no copy was ever made, for want of a signed story; on the first page only. */
  missed: Unsigned[];
  tabs: { slug: LedgerTab; word: string; count: number }[];
  groups: LedgerGroup[];
  total: number;
  page: number;
  pages: number;
  /** First and last row shown, from 1. */
  first: number;
  last: number;
}

export const pageSize = 40;

/** One page of the ledger: copies by planned time, newest first, those of one release together. A page beyond the last is the last. */
export async function loadLedger(payload: Payload, query: LedgerQuery, now: Date = systemClock.now()): Promise<Ledger> {
  const filter = await whereOf(payload, query);
  const where = inTab(filter, query.state);
  const [{ found, page }, counts] = await Promise.all([
    findPage(payload, where, query.page),
    Promise.all(ledgerTabs.map(({ slug }) => payload.count({ collection: 'deliveries', where: inTab(filter, slug) }))),
  ]);
  const trails = await loadTrails(payload, found.rows);
  const groups = await loadGroups(
    payload,
    found.rows.map((row) => ({ ...row, trail: trails.get(row.id) ?? [] })),
  );
  const first = found.rows.length === 0 ? 0 : (page - 1) * pageSize + 1;
  const plain = page === 1 && (query.state === 'all' || query.state === 'dead') && !query.q && !query.from && !query.to;
  const missed = plain
    ? (await readUnsigned(payload, now)).filter(
        (row) =>
          row.missed &&
          (!query.channel || row.channels.includes(query.channel)) &&
          (!query.campaign || row.campaignId === query.campaign),
      )
    : [];
  return {
    missed,
    tabs: ledgerTabs.map(({ slug, word }, i) => ({ slug, word, count: counts[i]?.totalDocs ?? 0 })),
    groups,
    total: found.total,
    page,
    pages: Math.max(1, found.pages),
    first,
    last: first === 0 ? 0 : first + found.rows.length - 1,
  };
}

/** An address may have been kept while rows went to another tab: whoever asks for more pages than there are sees the last one. */
async function findPage(
  payload: Payload,
  where: Where,
  page: number,
): Promise<{ found: Awaited<ReturnType<typeof findDeliveries>>; page: number }> {
  const found = await findDeliveries(payload, where, { sort: '-plannedAt', limit: pageSize, page });
  const last = Math.max(1, found.pages);
  return page > last ? findPage(payload, where, last) : { found, page };
}

/** Every copy that the filters and the tab let through, on whatever page. */
export const ledgerWhere = async (payload: Payload, query: LedgerQuery): Promise<Where> =>
  inTab(await whereOf(payload, query), query.state);

function inTab(filter: Where, slug: LedgerTab): Where {
  const tab = ledgerTabs.find((one) => one.slug === slug);
  if (tab?.recalls) return { and: [filter, { recall: { in: [...tab.recalls] } }] };
  return tab?.states ? { and: [filter, { state: { in: [...tab.states] } }] } : filter;
}

async function whereOf(payload: Payload, { q, channel, campaign, from, to }: LedgerQuery): Promise<Where> {
  const and: Where[] = [];
  if (channel) and.push({ channel: { equals: channel } });
  if (campaign) and.push({ campaignId: { equals: campaign } });
  if (from) and.push({ plannedAt: { greater_than_equal: instantOf(from).toISOString() } });
  if (to) and.push({ plannedAt: { less_than: instantOf(addDays(to, 1)).toISOString() } });
  if (q) {
    const { docs } = await payload.find({
      collection: 'releases',
      where: { title: { like: q } },
      limit: 200,
      depth: 0,
      select: {},
    });
    and.push({
      or: [
        { releaseId: { in: docs.map(({ id }) => id) } },
        { url: { like: q } },
        { externalId: { equals: q } },
        { id: { equals: q } },
      ],
    });
  }
  return { and };
}

async function loadTrails(payload: Payload, rows: readonly DeliveryRow[]): Promise<Map<string, LedgerAttempt[]>> {
  const ids = rows.filter(({ state }) => state === 'unknown').map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'attempts',
    where: { deliveryId: { in: ids } },
    sort: 'number',
    pagination: false,
    depth: 0,
  });
  const words = { ...attemptWords, send: '提交', recall: '决定' };
  const trails = new Map<string, LedgerAttempt[]>();
  for (const { deliveryId, number, kind, startedAt, finishedAt, note } of docs) {
    const said = note ?? (finishedAt ? '没有留下说明。' : '正在进行，还没有结果。');
    trails.set(deliveryId, [
      ...(trails.get(deliveryId) ?? []),
      { number, startedAt: new Date(startedAt), note: `${words[kind]}：${said}` },
    ]);
  }
  return trails;
}

async function loadGroups(payload: Payload, rows: LedgerRow[]): Promise<LedgerGroup[]> {
  const ids = [...new Set(rows.map(({ releaseId }) => releaseId))];
  if (ids.length === 0) return [];
  const [releases, withdrawals] = await Promise.all([
    payload.find({
      collection: 'releases',
      where: { id: { in: ids } },
      pagination: false,
      depth: 0,
      select: { version: true, signedBy: true, signedAt: true, hash: true },
    }),
    payload.find({ collection: 'withdrawals', where: { key: { in: ids } }, pagination: false, depth: 0 }),
  ]);
  return ids.map((releaseId) => {
    const release = releases.docs.find(({ id }) => id === releaseId);
    const gone = withdrawals.docs.find(({ key }) => key === releaseId);
    const own = rows.filter((row) => row.releaseId === releaseId);
    return {
      releaseId,
      title: own[0]?.title ?? '',
      version: release?.version ?? null,
      signedBy: release?.signedBy ?? null,
      hash: release?.hash ?? null,
      signedAt: release ? new Date(release.signedAt) : null,
      withdrawn: gone ? { at: new Date(gone.decidedAt), reason: gone.reason } : null,
      rows: own.sort((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime() || (a.channel < b.channel ? -1 : 1)),
    };
  });
}
