import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import { loadWorkdays } from '../../campaigns/calendar/load-workdays.ts';
import { applyRecalls } from '../../campaigns/outbox/recall/apply-recalls.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { DeliveryStore } from '../../campaigns/ports/delivery-store.ts';
import type { Publication } from '../payload-types.ts';
import { loadRecallTerms } from '../starter/load-recall-terms.ts';
import { publicFiles } from '../texts/files/public-files.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { readRecallOrders, type RecallSource } from '../store/recall-orders.ts';
import { copyStates } from './copy-states.ts';
import { idOf } from './id-of.ts';
import { packageOf } from './package-of.ts';
import { searchTextOf, snapshotOf, type PublicationCard } from './publication-row.ts';
import { correctedStateOf, type CorrectedState } from './record-correction.ts';

/**
 * Makes every copy know of the decisions that concern it, and the public record of how far they are. Level-triggered:
 * called at each tick and after each decision; what was cut short is done by the next call.
 * @returns how many copies were told, and how many publications changed
 */
export async function settleRecalls(payload: Payload, clock: Clock, store: DeliveryStore = createDeliveryStore(payload)): Promise<{ ordered: number; shown: number }> {
  const [terms, workdays] = await Promise.all([loadRecallTerms(), loadWorkdays()]);
  const source = await readRecallOrders(payload, terms, workdays);
  if (source.orders.size === 0) return { ordered: 0, shown: 0 };
  const ordered = await applyRecalls({ orders: source.orders, store, clock });
  return { ordered, shown: await showCopies(payload, store, source) };
}

const chunk = 300;

async function showCopies(payload: Payload, store: DeliveryStore, { orders, stories }: RecallSource): Promise<number> {
  const names = new Map((await publicFiles(payload).channels()).map(({ id, name }) => [id, name]));
  const concerned = [...new Set([...orders.keys()].map((id) => stories.get(id) ?? ''))];
  let shown = 0;
  for (let i = 0; i < concerned.length; i += chunk) {
    const some = concerned.slice(i, i + chunk);
    const releaseIds = [...orders.keys()].filter((id) => some.includes(stories.get(id) ?? ''));
    const [{ docs: publications }, { docs: corrections }, deliveries] = await Promise.all([
      payload.find({ collection: 'publications', where: { story: { in: some } }, depth: 0, pagination: false, select: { story: true, release: true, title: true, card: true, copies: true, corrected: true } }),
      payload.find({ collection: 'corrections', where: { story: { in: some } }, sort: 'at', depth: 0, pagination: false }),
      store.list({ releaseIds }),
    ]);
    const byStory = Map.groupBy(deliveries, (d) => stories.get(d.releaseId) ?? '');
    const entered = Map.groupBy(corrections, (c) => idOf(c.story) ?? '');
    const changed = await each(publications, ({ id, title }) => [`publication ${id}`, `《${title}》的公开记录`], (row) => {
      const story = idOf(row.story) ?? '';
      return show(payload, row, { copies: copyStates(byStory.get(story) ?? [], names), entered: entered.get(story) ?? [] });
    });
    shown += changed.filter(Boolean).length;
  }
  return shown;
}

type CorrectedCard = Omit<PublicationCard, 'correctedAt'> & CorrectedState;
type Row = Pick<Publication, 'id' | 'release' | 'card' | 'copies' | 'corrected'>;

/** Writes only what differs: each write makes pages anew. */
async function show(payload: Payload, row: Row, next: { copies: ReturnType<typeof copyStates>; entered: Parameters<typeof correctedStateOf>[1] }): Promise<boolean> {
  const card = row.card as unknown as PublicationCard;
  const missing = next.entered.some(({ right, wrong }) => !card.corrections.some((c) => c.was === wrong && c.now === right));
  const agrees = JSON.stringify(row.copies ?? []) === JSON.stringify(next.copies);
  if (agrees && !missing) return false;
  const data: Record<string, unknown> = { copies: next.copies };
  if (missing) {
    const release = await payload.findByID({ collection: 'releases', id: idOf(row.release) ?? '', depth: 0 });
    const state = correctedStateOf(release, next.entered);
    data.card = { ...card, ...state, package: await packageOf(payload, release, state.corrections) } satisfies CorrectedCard;
    data.searchText = searchTextOf(snapshotOf(release), state.corrections);
    data.corrected = true;
  }
  await payload.update({ collection: 'publications', id: row.id, data: data as never, depth: 0 });
  return true;
}
