import { concernsCopy, openRecalls, orderKind, type RecallState } from '../../campaigns/ports/recall.ts';
import { correctingWords, deliveryWords, recallWords } from '../../campaigns/ports/state-words.ts';
import type { DeliveryState } from '../../campaigns/ports/delivery.ts';

/** Shape and word of a state; never colour alone (look.md §8). */
export type Shape = 'done' | 'wait' | 'busy' | 'person' | 'unknown' | 'refused' | 'gone';
export interface StateLook {
  shape: Shape;
  word: string;
}

export const deliveryLooks: Record<DeliveryState, StateLook> = {
  pending: { shape: 'wait', word: deliveryWords.pending },
  claimed: { shape: 'busy', word: deliveryWords.claimed },
  sent: { shape: 'busy', word: deliveryWords.sent },
  unknown: { shape: 'unknown', word: deliveryWords.unknown },
  confirmed: { shape: 'done', word: deliveryWords.confirmed },
  refused: { shape: 'refused', word: deliveryWords.refused },
  dead: { shape: 'person', word: deliveryWords.dead },
  withdrawn: { shape: 'gone', word: deliveryWords.withdrawn },
  skipped: { shape: 'gone', word: deliveryWords.skipped },
};

/** How far taking a copy back, or putting it right, has come; shown beside the state of its sending. */
export const recallLooks: Record<RecallState, StateLook> = {
  due: { shape: 'refused', word: recallWords.due },
  running: { shape: 'busy', word: recallWords.running },
  deleted: { shape: 'gone', word: recallWords.deleted },
  corrected: { shape: 'done', word: recallWords.corrected },
  'no-receipt': { shape: 'person', word: recallWords['no-receipt'] },
  irrevocable: { shape: 'gone', word: recallWords.irrevocable },
  person: { shape: 'person', word: recallWords.person },
  gone: { shape: 'gone', word: recallWords.gone },
};

/** What a list knows of a copy. */
export interface CopyStanding {
  state: DeliveryState;
  recall: RecallState | null;
  recallOrder: string | null;
}

/**
 * One shape and word for how a copy stands now. While it is being taken back or put right that is what counts: a list with
 * room for one word must not say 已确认 of what must go.
 */
export function copyLook({ recall, recallOrder, state }: CopyStanding): StateLook {
  if (!concernsCopy(recall)) return deliveryLooks[state];
  const { shape, word } = recallLooks[recall];
  return { shape, word: (orderKind(recallOrder) === 'correct' ? correctingWords[recall] : undefined) ?? word };
}

export const copyWord = (copy: CopyStanding): string => copyLook(copy).word;

const groups: readonly (readonly [string, readonly DeliveryState[]])[] = [
  [deliveryWords.confirmed, ['confirmed']],
  ['未知', ['unknown']],
  [deliveryWords.pending, ['pending', 'claimed', 'sent']],
  ['被拒或停住', ['refused', 'dead']],
];

/** 已确认2，待撤1: copies counted once each, those that are taken back or put right by that. */
export function standingFigures(copies: readonly CopyStanding[]): string {
  const counts = new Map<string, number>();
  for (const copy of copies) {
    const word = concernsCopy(copy.recall)
      ? copyWord(copy)
      : groups.find(([, states]) => states.includes(copy.state))?.[0];
    if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const order = [...groups.map(([word]) => word), ...counts.keys()];
  return [...new Set(order)].flatMap((word) => (counts.has(word) ? [`${word}${counts.get(word)}`] : [])).join('，');
}

/** Tabs of the ledger, in the order of a delivery's life; `recalls` cuts across the states. */
export const ledgerTabs = [
  { slug: 'all', word: '全部', states: null, recalls: null },
  { slug: 'pending', word: deliveryWords.pending, states: ['pending'], recalls: null },
  { slug: 'busy', word: deliveryWords.claimed, states: ['claimed', 'sent'], recalls: null },
  { slug: 'unknown', word: deliveryWords.unknown, states: ['unknown'], recalls: null },
  { slug: 'confirmed', word: deliveryWords.confirmed, states: ['confirmed'], recalls: null },
  { slug: 'refused', word: deliveryWords.refused, states: ['refused'], recalls: null },
  { slug: 'dead', word: deliveryWords.dead, states: ['dead'], recalls: null },
  { slug: 'withdrawn', word: deliveryWords.withdrawn, states: ['withdrawn'], recalls: null },
  { slug: 'skipped', word: deliveryWords.skipped, states: ['skipped'], recalls: null },
  { slug: 'recall', word: '待撤回', states: null, recalls: openRecalls },
] as const satisfies readonly {
  slug: string;
  word: string;
  states: readonly DeliveryState[] | null;
  recalls: readonly RecallState[] | null;
}[];
export type LedgerTab = (typeof ledgerTabs)[number]['slug'];
