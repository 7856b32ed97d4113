import { receiptWords } from '../../../ports/state-words.ts';
import { endOf } from '../../../calendar/civil-day.ts';
import type { Attempt } from '../../../ports/attempt.ts';
import type { DeliveryPatch } from '../../../ports/delivery-store.ts';
import type { Projection } from '../project.ts';
import type { DeliveryState } from '../../../ports/delivery.ts';
import type { RecallState } from '../../../ports/recall.ts';
import { lookDelay, retryDelay } from '../backoff.ts';
import { afterOf, learned, run, type Trail } from '../trail.ts';
import { nextRecall } from './next-recall.ts';
import type { RecallPart } from './recall-trail.ts';
import { mayBeOut } from './recall-trail.ts';
import { patience, recallState } from './recall-state.ts';

const hourMs = 60 * 60_000;

/**
 * The delivery row of a copy that is to be taken back or put right: what `sending` made of it, and on top how far the
 * recall is.
 * @param base the row by the attempts of its sending alone; empty when there was none
 * @param trail all attempts, the last one finished
 */
export function projectRecall(base: Projection, trail: Trail, part: RecallPart, random: () => number): DeliveryPatch {
  const last = trail.at(-1);
  if (!last?.finishedAt) throw new Error('projectRecall: the last attempt is not finished');
  const recall = recallState(part);
  const out = mayBeOut(part.sending);
  const state = stateOf(base.state, recall);
  // Certainly nothing out there: a newer release may take its place.
  const free = state === 'skipped' && (base.state !== 'skipped' || base.superseded);
  return {
    ...base,
    state,
    recall,
    attempts: last.number,
    progress: learned(base.progress, trail),
    superseded: free,
    note: out ? noteOf(part, recall, last) : `${last.note ?? ''}这一份没有发出。`,
    recallOrder: part.order.id,
    recallAt: part.order.at,
    recallBy: endOf(part.order.deadline),
    nextAt: nextAt(part, last.finishedAt, random),
  };
}

/** What came last; where the machine has tried for long in vain, also what a person can do meanwhile. */
function noteOf(
  { order, steps }: RecallPart,
  recall: RecallState,
  { deliveryId, note, outcome }: Attempt,
): string | null {
  if (recall !== 'person' || !['retry', 'unknown', 'crashed'].includes(outcome ?? '')) return note;
  const tries = steps.filter((a) => a.kind === 'withdraw' || a.kind === 'correct').length;
  const act =
    order.kind === 'withdraw' ? '还在的就删除，再登记“已从平台撤下”' : `照更正改好，再登记“${receiptWords.corrected}”`;
  return `${note ?? ''}已试 ${tries} 次没有办成。请这样做：登录这个渠道，找到文中链接以 ?d=${deliveryId} 结尾的这一篇，${act}；系统同时隔一小时再试。`;
}

function stateOf(sent: DeliveryState | undefined, recall: RecallState): DeliveryState {
  if (recall === 'deleted') return 'withdrawn';
  if (recall === 'gone') return 'skipped';
  // Once ordered nothing is pending any more: whether it is out stays open until the recall is done.
  return sent === undefined || sent === 'pending' ? 'unknown' : sent;
}

function nextAt(part: RecallPart, end: Date, random: () => number): Date | null {
  const next = nextRecall(part);
  if (next === null) return null;
  const { ordered, sending, steps } = part;
  const at = (ms: number) => new Date(end.getTime() + ms);
  const last = next === 'look' ? sending.at(-1) : steps.at(-1);
  // The order itself, or a settled sending: at once.
  if (!last || last.number < ordered.number || !last.finishedAt) return end;
  const after = afterOf(last);
  if (last.outcome === 'crashed') return at(after);
  if (next === 'look' || last.outcome === 'unknown')
    return at(lookDelay(run(next === 'look' ? sending : steps, ['sent', 'unknown', 'crashed']) - 1, after));
  const tries = steps.filter((a) => a.kind === 'withdraw' || a.kind === 'correct').length;
  // A first look that finds it still there calls for no wait.
  if (last.kind === 'look-withdrawn' && tries <= 1) return at(after);
  return at(Math.max(retryDelay(tries, after, random), tries >= patience ? hourMs : 0));
}
