import type { AttemptKind } from './attempt.ts';
import type { DeliveryState, MisfirePolicy } from './delivery.ts';
import type { ReceiptResult } from './receipt.ts';
import type { RecallState } from './recall.ts';

// What people read for each state, on every screen, in every document, message and alarm. A state without its word does
// not compile; another word is another line here and nowhere else (.config/one-word.test.ts). Docs: docs/glossary.md.

/** How the sending of a copy stands. */
export const deliveryWords: Readonly<Record<DeliveryState, string>> = {
  pending: '待发',
  claimed: '发送中',
  sent: '等平台结果',
  unknown: '结果未知',
  confirmed: '已确认',
  refused: '被拒',
  dead: '等人工',
  withdrawn: '已撤回',
  skipped: '已跳过',
};

/** How far taking a copy back has come. */
export const recallWords: Readonly<Record<RecallState, string>> = {
  due: '待撤',
  running: '撤回中',
  deleted: '已删',
  corrected: '已更正',
  'no-receipt': '未回执',
  irrevocable: '不可撤回',
  person: '撤回等人工',
  gone: '没有发出',
};

/** The same of a copy that is put right, where the word is another one. */
export const correctingWords: Readonly<Partial<Record<RecallState, string>>> = {
  due: '待更正',
  running: '更正中',
  person: '更正等人工',
};

/** What to do when the minute was missed. */
export const misfireWords: Readonly<Record<MisfirePolicy, string>> = {
  late: '时限内补发',
  skip: '跳过并告知',
  ask: '问人',
};

/** What one attempt does. */
export const attemptWords: Readonly<Record<AttemptKind, string>> = {
  send: '发送',
  look: '核对',
  skip: '跳过',
  recall: '下达撤回或更正',
  withdraw: '撤回',
  'look-withdrawn': '核对撤回',
  correct: '更正',
};

/** What an outlet may have answered, as it is entered. */
export const receiptWords: Readonly<Record<ReceiptResult, string>> = {
  deleted: '没有刊发',
  corrected: '已更正',
  printed: '已刊印',
  irrevocable: '收不回',
};

/** 被拒、等人工: several states in one sentence. */
export const wordsOfStates = (states: readonly DeliveryState[]): string =>
  states.map((state) => deliveryWords[state]).join('、');
export const wordsOfRecalls = (states: readonly RecallState[]): string =>
  states.map((state) => recallWords[state]).join('、');
