import type { FinishedAttempt } from '../../ports/attempt.ts';
import type { DeliveryPatch, Known } from '../../ports/delivery-store.ts';
import type { Delivery } from '../../ports/delivery.ts';
import { lookDelay, retryDelay } from './backoff.ts';
import type { Limits } from './limits.ts';
import { projectRecall } from './recall/project-recall.ts';
import { recallOf } from './recall/recall-trail.ts';
import { afterOf, goneLaterOf, lastSend, learned, nextSending, run, sinceResumed, watchedMs } from './trail.ts';
import type { Trail } from './trail.ts';

/** What a trail makes of a row: some columns, and always all that is known of it. */
export type Projection = DeliveryPatch & Known;

const at = (start: Date, ms: number) => new Date(start.getTime() + ms);

/**
 * The delivery row as its attempts say it should be: used after each attempt, and again whenever a crash left the row
 * behind (level-triggered healing, design rule 1). Pure but for the jitter of `random`.
 * @param trail all attempts, the last one finished
 * @throws Error when the last attempt is missing or unfinished (a programming error)
 */
export function project(delivery: Delivery, trail: Trail, limits: Limits, random: () => number): DeliveryPatch {
  const part = recallOf(trail);
  if (!part) return projectSending(delivery, trail, limits, random);
  const base = part.sending.length > 0 ? projectSending(delivery, part.sending, limits, random) : knownOf(delivery);
  return projectRecall(base, trail, part, random);
}

function projectSending(delivery: Delivery, trail: Trail, limits: Limits, random: () => number): Projection {
  const last = trail.at(-1);
  if (!last?.finishedAt) throw new Error('project: the last attempt is not finished');
  const end = last.finishedAt;
  const after = afterOf(last);
  // The mark of a supersede goes when the delivery comes back.
  const known: Known = {
    progress: learned(delivery.progress, trail),
    superseded: false,
    goneLater: goneLaterOf(trail) ?? delivery.goneLater,
  };
  const base = { attempts: last.number, note: last.note, ...known };
  const done = (state: Delivery['state'], more: Partial<Projection> = {}): Projection => ({
    ...base,
    ...more,
    state,
    nextAt: null,
  });
  const dead = (why: string) => done('dead', { note: `${why}最后一次结果：${last.note ?? '没有说明'}` });
  const fresh = sinceResumed(trail);

  const kind = nextSending(trail);
  if (kind === 'send') {
    const sends = fresh.filter((a) => a.kind === 'send');
    const crashes = sends.filter((a) => a.outcome === 'crashed').length;
    if (sends.length - crashes >= limits.maxSends || crashes >= limits.maxCrashes) {
      return dead(`已试 ${sends.length} 次都没有发出，请人工处理。`);
    }
    const refusals = fresh.filter((a) => a.outcome === 'retry').length;
    if (last.outcome === 'rearmed') return { ...base, state: 'pending', nextAt: delivery.plannedAt };
    // A look that found nothing sent calls for no long wait, however often the machine went down before.
    if (last.outcome === 'retry')
      return { ...base, state: 'pending', nextAt: at(end, retryDelay(refusals, after, random)) };
    return { ...base, state: 'pending', nextAt: sends.length > 1 ? at(end, retryDelay(1, after, random)) : end };
  }

  const accepted = {
    sentAt: delivery.sentAt ?? (last.kind === 'send' ? end : (lastSend(trail)?.startedAt ?? end)),
    ...placeOf(last, delivery),
  };
  if (kind === 'look') {
    const waited = watchedMs(fresh);
    const looks = run(fresh, ['sent', 'unknown', 'crashed']) - 1;
    const nextAt = at(end, last.outcome === 'crashed' ? after : lookDelay(looks, after));
    const isAccepted = last.outcome === 'sent' || delivery.sentAt !== null;
    if (waited > (isAccepted ? limits.sentForMs : limits.unknownForMs)) {
      return dead(
        isAccepted ? '平台收下后一直没有结果，请到平台后台核对。' : '一直查不到是否发出，请到平台后台核对后再决定。',
      );
    }
    return { ...base, ...(last.outcome === 'sent' ? accepted : {}), state: isAccepted ? 'sent' : 'unknown', nextAt };
  }

  switch (last.outcome) {
    case 'confirmed':
      return done('confirmed', accepted);
    case 'refused':
      return done('refused');
    case 'withdrawn':
      return done('withdrawn');
    // Surely not out, and a newer release may take its place: the planner reads it like a supersede.
    case 'not-live':
    case 'superseded':
      return done('skipped', { ...known, superseded: true });
    case 'missed':
      return done('skipped');
    default:
      return done('dead');
  }
}

const knownOf = ({ progress, superseded, goneLater }: Known): Known => ({ progress, superseded, goneLater });

/** What the platform calls it and where it stands; what was known before stays where the outcome says nothing of it. */
const placeOf = (last: FinishedAttempt, { externalId, url }: Pick<Delivery, 'externalId' | 'url'>) => ({
  externalId: ('externalId' in last ? last.externalId : null) ?? externalId,
  url: ('url' in last ? last.url : null) ?? url,
});
