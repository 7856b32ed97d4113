import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import { applyRecalls } from '../../campaigns/outbox/engine/recall/apply-recalls.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { DeliveryStore } from '../../campaigns/ports/delivery-store.ts';
import type { Delivery } from '../../campaigns/ports/delivery.ts';
import type { Publication } from '../payload-types.ts';
import { publicFiles } from '../texts/files/public-files.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { withUnreadable } from '../store/unreadable-deliveries.ts';
import { readRecallOrders, type RecallSource } from '../store/recall-orders.ts';
import { follow, wholeRound } from '../store/follow/follow.ts';
import { enterEndedRecalls } from '../register/ended-recall.ts';
import { copyStates } from './copy-states.ts';
import { agreedTo, corrected, withdrawn } from './decision-sources.ts';
import { movedCopies } from './moved-copies.ts';
import {
  correctedStateOf,
  enteredCorrections,
  stillWaiting,
  type CorrectedState,
  type EnteredCorrections,
} from '../release/corrected-state.ts';
import { idOf } from '../database/id-of.ts';
import { packageOf } from '../release/package-of.ts';
import { searchTextOf, snapshotOf, type PublicationCard } from '../release/publication-row.ts';
import { cardDoor } from '../release/card-door.ts';
import { copiesDoor } from '../story/copies-door.ts';
import { contentOf } from '../content/content.ts';

export interface Settled {
  /** How many copies were told. */
  ordered: number;
  /** How many publications changed. */
  shown: number;
  /** Stories with copies that are on their way back. */
  open: string[];
}

/**
 * Makes every copy of these stories know of the decisions that concern it, and the public record of how far they are.
 * Level-triggered: called after each decision and by the minute; what was cut short is done by the next call.
 * @param stories ids, as many as a database takes in one question
 */
export async function settleRecallsOf(
  payload: Payload,
  clock: Clock,
  stories: readonly string[],
  store: DeliveryStore = createDeliveryStore(payload),
): Promise<Settled> {
  const [terms, workdays] = await Promise.all([contentOf(payload).recallTerms(), contentOf(payload).workdays()]);
  const source = await readRecallOrders(payload, terms, workdays, stories);
  if (source.orders.size === 0 && source.correcting.size === 0) return { ordered: 0, shown: 0, open: [] };
  const ordered = await applyRecalls({ orders: source.orders, store, clock });
  return { ordered, ...(await showCopies(payload, store, source)) };
}

/** The same for all stories of which anything was ever taken back or corrected: reads them all. The minute calls `settleMovedRecalls`. */
export async function settleRecalls(
  payload: Payload,
  clock: Clock,
  store: DeliveryStore = createDeliveryStore(payload),
): Promise<Omit<Settled, 'open'>> {
  const done = { ordered: 0, shown: 0 };
  for (const source of decisions) {
    await wholeRound(payload, source, async (stories) => {
      const { ordered, shown } = await settleRecallsOf(payload, clock, stories, store);
      done.ordered += ordered;
      done.shown += shown;
    });
  }
  return done;
}

/** The same for stories of which something may have moved, and a few others (`cms/store/follow`). */
export const settleMovedRecalls = (payload: Payload, clock: Clock, store: DeliveryStore): Promise<void> =>
  follow(payload, {
    name: 'recalls',
    sources: [...decisions, agreedTo('corrections'), agreedTo('withdrawals'), movedCopies(clock)],
    settle: async (stories) => (await settleRecallsOf(payload, clock, stories, store)).open,
  });

const decisions = [withdrawn, corrected];

async function showCopies(
  payload: Payload,
  store: DeliveryStore,
  { correcting, orders, stories }: RecallSource,
): Promise<Omit<Settled, 'ordered'>> {
  const names = new Map((await publicFiles(payload).channels()).map(({ id, name }) => [id, name]));
  const concerned = [...new Set([...[...orders.keys()].map((id) => stories.get(id) ?? ''), ...correcting])];
  const [{ docs: publications }, { docs: corrections }, { unreadable, value: deliveries }] = await Promise.all([
    payload.find({
      collection: 'publications',
      where: { story: { in: concerned } },
      depth: 0,
      pagination: false,
      select: { story: true, release: true, title: true, card: true, copies: true, corrected: true },
    }),
    payload.find({
      collection: 'corrections',
      where: { story: { in: concerned } },
      sort: 'at',
      depth: 0,
      pagination: false,
    }),
    withUnreadable(payload, () => store.list({ releaseIds: [...orders.keys()] })),
  ]);
  enterEndedRecalls(payload, deliveries);
  const storyOf = (d: Delivery) => stories.get(d.releaseId) ?? '';
  const byStory = Map.groupBy(deliveries, storyOf);
  const { agreed, waiting } = await enteredCorrections(payload, corrections);
  const [agreedOf, waitingOf] = [
    Map.groupBy(agreed, ({ row }) => idOf(row.story) ?? ''),
    Map.groupBy(waiting, (row) => idOf(row.story) ?? ''),
  ];
  const untold = new Set(unreadable.map(({ releaseId }) => stories.get(releaseId)));
  const changed = await each(
    publications,
    ({ id, title }) => [`publication ${id}`, `《${title}》的公开记录`],
    (row) => {
      const story = idOf(row.story) ?? '';
      return show(payload, row, {
        copies: untold.has(story) ? null : copyStates(byStory.get(story) ?? [], names),
        entered: { agreed: agreedOf.get(story) ?? [], waiting: waitingOf.get(story) ?? [] },
      });
    },
  );
  // What a person or the machine enters of a copy comes with an attempt; these may end without a new one.
  return {
    shown: changed.filter(Boolean).length,
    open: deliveries.filter(({ recall }) => recall === 'due' || recall === 'running').map(storyOf),
  };
}

type CorrectedCard = Omit<PublicationCard, 'correctedAt' | 'correcting'> & CorrectedState;
type Row = Pick<Publication, 'id' | 'release' | 'card' | 'copies' | 'corrected'>;

/**
 * Writes only what differs: each write makes pages anew.
 * @param next `copies` null: one of them cannot be read, and the record stays as it is rather than leave it out
 */
async function show(
  payload: Payload,
  row: Row,
  next: { copies: ReturnType<typeof copyStates> | null; entered: EnteredCorrections },
): Promise<boolean> {
  const card = cardDoor.need(row.card);
  const missing =
    stillWaiting(
      next.entered.agreed.map(({ row: entry }) => entry),
      card.corrections,
    ).length > 0;
  const differs = missing || stillWaiting(next.entered.waiting, card.corrections).length !== (card.correcting ?? 0);
  const agrees =
    next.copies === null || JSON.stringify(copiesDoor.read(row.copies).value) === JSON.stringify(next.copies);
  if (agrees && !differs) return false;
  const data: Partial<Publication> = next.copies === null ? {} : { copies: copiesDoor.write(next.copies) };
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
