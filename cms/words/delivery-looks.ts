import { concernsCopy, openRecalls, orderKind, type RecallState } from '../../campaigns/ports/recall.ts';
import type { DeliveryState } from '../../campaigns/ports/delivery.ts';

/** Shape and word of a state; never colour alone (look.md §8). */
export type Shape = 'done' | 'wait' | 'busy' | 'person' | 'unknown' | 'refused' | 'gone';
export interface StateLook {
  shape: Shape;
  word: string;
}

export const deliveryLooks: Record<DeliveryState, StateLook> = {
  pending: { shape: 'wait', word: '待发' },
  claimed: { shape: 'busy', word: '发送中' },
  sent: { shape: 'busy', word: '等平台结果' },
  unknown: { shape: 'unknown', word: '结果未知' },
  confirmed: { shape: 'done', word: '已确认' },
  refused: { shape: 'refused', word: '被拒' },
  dead: { shape: 'person', word: '等人工' },
  withdrawn: { shape: 'gone', word: '已撤回' },
  skipped: { shape: 'gone', word: '已跳过' },
};

/** How far taking a copy back, or putting it right, has come; shown beside the state of its sending. */
export const recallLooks: Record<RecallState, StateLook> = {
  due: { shape: 'refused', word: '待撤' },
  running: { shape: 'busy', word: '撤回中' },
  deleted: { shape: 'gone', word: '已删' },
  corrected: { shape: 'done', word: '已更正' },
  'no-receipt': { shape: 'person', word: '未回执' },
  irrevocable: { shape: 'gone', word: '不可撤回' },
  person: { shape: 'person', word: '撤回等人工' },
  gone: { shape: 'gone', word: '没有发出' },
};

const correcting: Partial<Record<RecallState, string>> = { due: '待更正', running: '更正中', person: '更正等人工' };

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
  return { shape, word: (orderKind(recallOrder) === 'correct' ? correcting[recall] : undefined) ?? word };
}

export const copyWord = (copy: CopyStanding): string => copyLook(copy).word;

const groups: readonly (readonly [string, readonly DeliveryState[]])[] = [['已确认', ['confirmed']], ['未知', ['unknown']], ['待发', ['pending', 'claimed', 'sent']], ['被拒或停住', ['refused', 'dead']]];

/** 已确认2，待撤1: copies counted once each, those that are taken back or put right by that. */
export function standingFigures(copies: readonly CopyStanding[]): string {
  const counts = new Map<string, number>();
  for (const copy of copies) {
    const word = concernsCopy(copy.recall) ? copyWord(copy) : groups.find(([, states]) => states.includes(copy.state))?.[0];
    if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const order = [...groups.map(([word]) => word), ...counts.keys()];
  return [...new Set(order)].flatMap((word) => (counts.has(word) ? [`${word}${counts.get(word)}`] : [])).join('，');
}

/** Tabs of the ledger, in the order of a delivery's life; `recalls` cuts across the states. */
export const ledgerTabs = [
  { slug: 'all', word: '全部', states: null, recalls: null },
  { slug: 'pending', word: '待发', states: ['pending'], recalls: null },
  { slug: 'busy', word: '发送中', states: ['claimed', 'sent'], recalls: null },
  { slug: 'unknown', word: '结果未知', states: ['unknown'], recalls: null },
  { slug: 'confirmed', word: '已确认', states: ['confirmed'], recalls: null },
  { slug: 'refused', word: '被拒', states: ['refused'], recalls: null },
  { slug: 'dead', word: '等人工', states: ['dead'], recalls: null },
  { slug: 'withdrawn', word: '已撤回', states: ['withdrawn'], recalls: null },
  { slug: 'skipped', word: '已跳过', states: ['skipped'], recalls: null },
  { slug: 'recall', word: '待撤回', states: null, recalls: openRecalls },
] as const satisfies readonly { slug: string; word: string; states: readonly DeliveryState[] | null; recalls: readonly RecallState[] | null }[];
export type LedgerTab = (typeof ledgerTabs)[number]['slug'];
