import type { Attempt } from './attempt.ts';

/**
 * What has become of taking one copy back, or of putting it right; null on a delivery while nobody asks for it.
 * Kept on the delivery as a projection of its attempts, beside `state`, which goes on telling how the sending went.
 */
export const recallStates = [
  'due', // 待撤：决定已下，先把发送的结果弄清
  'running', // 撤回中
  'deleted', // 已删
  'corrected', // 已更正
  'no-receipt', // 未回执：通知已给，对方没有回执
  'irrevocable', // 不可撤回
  'person', // 等人工：照步骤办完再登记
  'gone', // 没有发出，没有可撤的
] as const;
export type RecallState = (typeof recallStates)[number];

/** States in which somebody, or the machine, still has to act. */
export const openRecalls: readonly RecallState[] = ['due', 'running', 'no-receipt', 'person'];

/** The decision to take a release back or to put one passage right, as it goes to each copy. */
export interface RecallOrder {
  /** `w:` + withdrawal or `c:` + correction: the same decision is entered once in a trail. */
  id: string;
  kind: 'withdraw' | 'correct';
  /** In one Chinese sentence that an outlet may read. */
  reason: string;
  /** When it was decided. */
  at: Date;
  /** Civil day (Asia/Shanghai) by which it must be done. */
  deadline: string;
  /** What was wrong and how it must read; null for a withdrawal. */
  correction: { wrong: string; right: string } | null;
}

/** An order as the attempt of kind `recall` carries it, and back. */
export const orderProgress = ({ id, kind, reason, at, deadline, correction }: RecallOrder): Attempt['progress'] => ({
  orderId: id, orderKind: kind, orderReason: reason, orderAt: at.getTime(), orderDeadline: deadline,
  orderWrong: correction?.wrong ?? null, orderRight: correction?.right ?? null,
});

export function orderOf({ progress: p }: Pick<Attempt, 'progress'>): RecallOrder {
  const correct = p.orderKind === 'correct';
  return {
    id: String(p.orderId), kind: correct ? 'correct' : 'withdraw', reason: String(p.orderReason), at: new Date(Number(p.orderAt)),
    deadline: String(p.orderDeadline), correction: correct ? { wrong: String(p.orderWrong ?? ''), right: String(p.orderRight ?? '') } : null,
  };
}
