import { attemptKinds, type Attempt, type AttemptPatch } from '../../../ports/attempt.ts';
import { bagOf, notesIn, notesOut, wordIn, type Bag } from './bag.ts';
import { readResult, writeResult } from './result.ts';

/** An attempt as it is kept: its times read, everything else as the database gives it. */
export interface AttemptRow {
  deliveryId: string;
  number: number;
  kind: unknown;
  owner: string;
  startedAt: Date;
  leaseUntil: Date;
  finishedAt: Date | null;
  outcome?: unknown;
  note?: unknown;
  /** JSON: the channel's notes and what belongs to the outcome, side by side. */
  progress?: unknown;
}

/**
 * The door for what is read: rows of every version so far.
 * @throws RangeError with one Chinese sentence for a row that does not fit: its delivery is told as stuck, and nothing of it is sent
 */
export function readAttempt(row: AttemptRow): Attempt {
  try {
    return fitted(row);
  } catch (error) {
    throw new RangeError(
      `推送 ${row.deliveryId} 的第 ${row.number} 次记录读不懂：${error instanceof Error ? error.message : String(error)}。`,
      { cause: error },
    );
  }
}

function fitted({ deliveryId, number, owner, startedAt, leaseUntil, finishedAt, ...row }: AttemptRow): Attempt {
  if (!Number.isInteger(number) || number < 1) throw new RangeError('次数不是一、二、三');
  const kind = wordIn(row.kind, attemptKinds, '做的事');
  const bag = bagOf(row.progress);
  const claim = {
    deliveryId,
    number,
    kind,
    owner,
    startedAt,
    leaseUntil,
    progress: notesIn(bag),
    begun: kind === 'send' && bag.begun === true,
  };
  const outcome = row.outcome ?? null;
  if ((finishedAt === null) !== (outcome === null))
    throw new RangeError(finishedAt === null ? '有结果，没有结束时间' : '已经结束，没有结果');
  if ((kind === 'recall') !== (outcome === 'recall')) throw new RangeError('决定撤回或更正的一步和它的结果不相符');
  if (finishedAt === null) return { ...claim, finishedAt, outcome: null, note: null };
  const note = row.note ?? null;
  if (note !== null && typeof note !== 'string') throw new RangeError('说明不是文字');
  return { ...claim, finishedAt, note, ...readResult(outcome, bag) };
}

/** The columns of a whole attempt. */
export function writeAttempt(attempt: Attempt) {
  const { deliveryId, number, kind, owner, startedAt, leaseUntil, finishedAt, outcome, note } = attempt;
  return {
    deliveryId,
    number,
    kind,
    owner,
    startedAt,
    leaseUntil,
    finishedAt,
    outcome,
    note,
    progress: attempt.finishedAt === null ? learned(attempt) : { ...learned(attempt), ...writeResult(attempt) },
  };
}

/** The columns that a patch changes. @throws Error when a channel used a word of the outbox (a programming error) */
export function writeAttemptPatch(patch: AttemptPatch) {
  if ('outcome' in patch) {
    const { finishedAt, outcome, note } = patch;
    return { finishedAt, outcome, note, progress: { ...learned(patch), ...writeResult(patch) } };
  }
  const { leaseUntil } = patch;
  return 'progress' in patch ? { leaseUntil, progress: learned(patch) } : { leaseUntil };
}

const learned = ({ begun, progress }: Pick<Attempt, 'begun' | 'progress'>): Bag => ({
  ...notesOut(progress),
  ...(begun ? { begun } : {}),
});
