import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import { loadWorkdays } from '../../campaigns/calendar/load-workdays.ts';
import { applyRecalls } from '../../campaigns/outbox/engine/recall/apply-recalls.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { DeliveryStore } from '../../campaigns/ports/delivery-store.ts';
import type { Publication } from '../payload-types.ts';
import { loadRecallTerms } from '../content/load-recall-terms.ts';
import { publicFiles } from '../texts/files/public-files.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { readRecallOrders, type RecallSource } from '../store/recall-orders.ts';
import { copyStates } from './copy-states.ts';
import { correctedStateOf, enteredCorrections, stillWaiting, type CorrectedState, type EnteredCorrections } from '../release/corrected-state.ts';
import { idOf } from '../database/id-of.ts';
import { packageOf } from '../release/package-of.ts';
import { searchTextOf, snapshotOf, type PublicationCard } from '../release/publication-row.ts';
import { cardDoor } from '../release/card-door.ts';
import { copiesDoor } from '../story/copies-door.ts';

/**
 * Makes every copy know of the decisions that concern it, and the public record of how far they are. Level-triggered:
 * called at each tick and after each decision; what was cut short is done by the next call.
 * @returns how many copies were told, and how many publications changed
 */
export async function settleRecalls(payload: Payload, clock: Clock, store: DeliveryStore = createDeliveryStore(payload)): Promise<{ ordered: number; shown: number }> {
  const [terms, workdays] = await Promise.all([loadRecallTerms(), loadWorkdays()]);
  const source = await readRecallOrders(payload, terms, workdays);
  if (source.orders.size === 0 && source.correcting.size === 0) return { ordered: 0, shown: 0 };
  const ordered = await applyRecalls({ orders: source.orders, store, clock });
  return { ordered, shown: await showCopies(payload, store, source) };
}

const chunk = 300;

async function showCopies(payload: Payload, store: DeliveryStore, { correcting, orders, stories }: RecallSource): Promise<number> {
  const names = new Map((await publicFiles(payload).channels()).map(({ id, name }) => [id, name]));
  const concerned = [...new Set([...[...orders.keys()].map((id) => stories.get(id) ?? ''), ...correcting])];
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
    const { agreed, waiting } = await enteredCorrections(payload, corrections);
    const [agreedOf, waitingOf] = [Map.groupBy(agreed, ({ row }) => idOf(row.story) ?? ''), Map.groupBy(waiting, (row) => idOf(row.story) ?? '')];
    const changed = await each(publications, ({ id, title }) => [`publication ${id}`, `《${title}》的公开记录`], (row) => {
      const story = idOf(row.story) ?? '';
      return show(payload, row, { copies: copyStates(byStory.get(story) ?? [], names), entered: { agreed: agreedOf.get(story) ?? [], waiting: waitingOf.get(story) ?? [] } });
    });
    shown += changed.filter(Boolean).length;
  }
  return shown;
}

type CorrectedCard = Omit<PublicationCard, 'correctedAt' | 'correcting'> & CorrectedState;
type Row = Pick<Publication, 'id' | 'release' | 'card' | 'copies' | 'corrected'>;

/** Writes only what differs: each write makes pages anew. */
async function show(payload: Payload, row: Row, next: { copies: ReturnType<typeof copyStates>; entered: EnteredCorrections }): Promise<boolean> {
  const card = cardDoor.need(row.card);
  const missing = stillWaiting(next.entered.agreed.map(({ row: entry }) => entry), card.corrections).length > 0;
  const differs = missing || stillWaiting(next.entered.waiting, card.corrections).length !== (card.correcting ?? 0);
  const agrees = JSON.stringify(copiesDoor.read(row.copies).value) === JSON.stringify(next.copies);
  if (agrees && !differs) return false;
  const data: Partial<Publication> = { copies: copiesDoor.write(next.copies) };
  if (differs) {
    const release = await payload.findByID({ collection: 'releases', id: idOf(row.release) ?? '', depth: 0 });
    const state = correctedStateOf(release, next.entered);
    const corrected: CorrectedCard = { ...card, ...state, package: await packageOf(payload, release, state) };
    data.card = cardDoor.write(corrected);
    data.searchText = searchTextOf(snapshotOf(release), state.corrections);
    data.corrected = state.corrections.length > 0;
  }
  await payload.update({ collection: 'publications', id: row.id, data, depth: 0 });
  return true;
}
