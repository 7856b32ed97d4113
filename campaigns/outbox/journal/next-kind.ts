import type { AttemptKind } from '../../ports/attempt.ts';
import { nextRecall } from './recall/next-recall.ts';
import { recallOf } from './recall/recall-trail.ts';
import { nextSending, type Trail } from './trail.ts';

/** What must follow the last, finished attempt; null when nothing must. Once a recall is ordered nothing is sent any more. */
export function nextKind(trail: Trail): AttemptKind | null {
  const part = recallOf(trail);
  return part ? nextRecall(part) : nextSending(trail);
}
