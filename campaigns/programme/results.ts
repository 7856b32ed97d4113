import type { Delivery } from '../ports/delivery.ts';

/** One post on one channel, as planned. */
export interface PlannedPush {
  postId: string;
  label: string;
  /** Title of its story; null while it waits for one. */
  title: string | null;
  channel: string;
  plannedAt: Date;
}

/** `late` went out too, but not on time; `absent`: its time passed and nothing was there to send. */
export type PushResult = 'on-time' | 'late' | 'withdrawn' | 'failed' | 'unknown' | 'skipped' | 'absent' | 'waiting';

export interface PushOutcome extends PlannedPush {
  result: PushResult;
  sentAt: Date | null;
  note: string | null;
}

export interface Counts {
  planned: number;
  /** Went out at all, whatever became of it. */
  out: number;
  onTime: number;
  withdrawn: number;
  failed: number;
  unknown: number;
  skipped: number;
  absent: number;
  waiting: number;
}

/** A minute's tick, the platform's own queue and a look at the result fit into this; the desk calls later overdue. */
const graceMs = 10 * 60_000;

type Copy = Pick<Delivery, 'postId' | 'channel' | 'state' | 'plannedAt' | 'sentAt' | 'note'>;

/** What became of every planned push, in order of time. */
export function outcomesOf(pushes: readonly PlannedPush[], copies: readonly Copy[], now: Date): PushOutcome[] {
  const bySlot = Map.groupBy(copies, (copy) => `${copy.postId}:${copy.channel}`);
  return pushes
    .map((push): PushOutcome => {
      const own = bySlot.get(`${push.postId}:${push.channel}`) ?? [];
      const copy = leading(own);
      if (!copy) return { ...push, result: push.plannedAt < now ? 'absent' : 'waiting', sentAt: null, note: null };
      return { ...push, result: resultOf(copy), sentAt: copy.sentAt, note: copy.note };
    })
    .sort((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime());
}

const ranks: Record<Copy['state'], number> = {
  confirmed: 0,
  sent: 1,
  unknown: 3,
  claimed: 4,
  pending: 5,
  refused: 6,
  dead: 7,
  skipped: 8,
  withdrawn: 9,
};
const rank = ({ sentAt, state }: Copy): number => (state === 'withdrawn' && sentAt ? 2 : ranks[state]);

/** Of several releases of one push, the one that stands for it: what is out, then what was, then what still may be. */
const leading = (copies: readonly Copy[]): Copy | undefined => copies.toSorted((a, b) => rank(a) - rank(b))[0];

function resultOf(copy: Copy): PushResult {
  switch (copy.state) {
    case 'sent':
    case 'confirmed':
      return copy.sentAt && copy.sentAt.getTime() - copy.plannedAt.getTime() > graceMs ? 'late' : 'on-time';
    case 'withdrawn':
      // Taken out of the queue before it ever left is not a withdrawal.
      return copy.sentAt ? 'withdrawn' : 'skipped';
    case 'refused':
    case 'dead':
      return 'failed';
    case 'unknown':
      return 'unknown';
    case 'skipped':
      return 'skipped';
    case 'pending':
    case 'claimed':
      return 'waiting';
  }
}

/** Counts of our own work, never of readers, likes or ranks (R61). */
export function countOf(outcomes: readonly PushOutcome[]): Counts {
  const of = (...results: PushResult[]) => outcomes.filter(({ result }) => results.includes(result)).length;
  return {
    planned: outcomes.length,
    out: of('on-time', 'late', 'withdrawn'),
    onTime: of('on-time'),
    withdrawn: of('withdrawn'),
    failed: of('failed'),
    unknown: of('unknown'),
    skipped: of('skipped'),
    absent: of('absent'),
    waiting: of('waiting'),
  };
}

/** Of those that are out, the share that left on time; null when nothing left. A withdrawn one tells no time any more. */
export const onTimeShare = ({ onTime, out, withdrawn }: Counts): number | null =>
  out - withdrawn > 0 ? onTime / (out - withdrawn) : null;
