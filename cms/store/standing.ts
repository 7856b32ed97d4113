import { inChunks } from '../../campaigns/lists/in-chunks.ts';
import type { Payload, Where } from 'payload';
import { instantText } from '../../campaigns/calendar/civil-day.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { Publication } from '../payload-types.ts';
import { asRegistered } from '../register/withdrawn.ts';
import { registerOf } from '../register/register-of.ts';
import { coming, ending, endOf } from '../release/ending.ts';
import { shownLongEnough } from '../release/publication-row.ts';
import { endInstant, endText, isAhead, isShowingEnd } from '../release/showing.ts';
import { idOf } from '../database/id-of.ts';
import { append } from '../../campaigns/lists/append.ts';

/** What readers are told of a story whose period is over and which nobody has taken down yet. */
export const endedReason = '公示期已满，这篇报道已下线。';

/** Publications as they stand at this moment, whatever the worker has come to. */
export interface Standing {
  /**
   * A row as readers may see it: one that was taken back or whose period is over is withdrawn, one that was shown as long as
   * its signer chose is over, one whose minute has come is live.
   */
  of<
    T extends Pick<Publication, 'state' | 'release' | 'card'> & {
      showFrom?: string | null;
      until?: string | null;
      withdrawnAt?: string | null;
      reason?: string | null;
    },
  >(row: T): T;
  /** The instant before which newspapers may not print; null once it has come, and when there is none. */
  embargo(instant: string | null | undefined): string | null;
  /** Serials of what must not be shown whatever their rows still say; nearly always none. */
  hidden(): Promise<number[]>;
  /** Serials whose rows still say “waiting” and must be shown; nearly always none. */
  come(): Promise<number[]>;
  /** What may be listed: live or come, and none of the hidden. */
  live(): Promise<Where>;
}

/**
 * Read-time truth: end of period and withdrawals hold when something is read, also while no worker runs, after a crash in
 * the middle of a withdrawal, and after a restore. At most one small indexed query a second.
 */
export function createStanding(payload: Payload, clock: Clock): Standing {
  /** Withdrawals whose rows have been seen to agree; they never go back. */
  const settled = new Set<string>();
  const isOver = (end: string) => end <= endText(clock.now());

  const rows = async (select: Record<string, true>, where: Where) =>
    (await payload.db.find<Row>({ collection: 'publications', pagination: false, limit: 0, select, where })).docs;

  /** Ends to come, remembered for a moment: a page asks many times. The clock is compared at every reading. */
  const ends = remember(async () => {
    const docs = await rows({ serial: true, until: true, card: true }, ending);
    return docs.flatMap((row) => {
      const end = endOf(row);
      return end ? [{ serial: row.serial, end }] : [];
    });
  });
  /** Beginnings to come, the same way. */
  const beginnings = remember(() =>
    rows({ serial: true, state: true, showFrom: true, until: true, card: true, release: true }, coming),
  );
  const ended = async (): Promise<number[]> =>
    (await ends()).filter(({ end }) => isOver(end)).map(({ serial }) => serial);
  const come = async (): Promise<number[]> =>
    (await beginnings()).filter((row) => standingOf(row).state === 'live').map(({ serial }) => serial);

  const standingOf: Standing['of'] = (row) => {
    const known = asRegistered(payload, row);
    if (known.state === 'waiting' && isAhead(known.showFrom, clock.now())) return known;
    if (known.state !== 'live' && known.state !== 'waiting') return known;
    const end = endOf(known);
    if (end === null || !isOver(end)) return { ...known, state: 'live' };
    const at = { withdrawnAt: endInstant(end).toISOString() };
    return isShowingEnd(end)
      ? { ...known, ...at, state: 'over', reason: shownLongEnough }
      : { ...known, ...at, state: 'withdrawn', reason: endedReason };
  };

  async function takenBack(): Promise<number[]> {
    const open = registerOf(payload)
      .all('withdrawal')
      .map(({ key }) => key)
      .filter((key) => !settled.has(key));
    if (open.length === 0) return [];
    const serials: number[] = [];
    for (const some of inChunks(open)) {
      const where: Where = { and: [{ state: { in: ['live', 'waiting', 'over'] } }, { release: { in: some } }] };
      const docs = await rows({ serial: true, release: true }, where);
      const late = new Set(docs.map(({ release }) => idOf(release) ?? ''));
      for (const key of some) if (!late.has(key)) settled.add(key);
      append(
        serials,
        docs.map(({ serial }) => serial),
      );
    }
    return serials;
  }

  /** Came and went again, and nobody has written down either. */
  const passed = async (): Promise<number[]> =>
    (await beginnings())
      .filter((row) => ['over', 'withdrawn'].includes(standingOf(row).state))
      .map(({ serial }) => serial);
  const hidden = async (): Promise<number[]> => (await Promise.all([ended(), takenBack(), passed()])).flat();
  return {
    of: standingOf,
    embargo: (instant) =>
      instant && Date.parse(instant) > clock.now().getTime() ? instantText(new Date(instant)) : null,
    hidden,
    come,
    live: async () => {
      const [gone, begun] = await Promise.all([hidden(), come()]);
      const live: Where = { state: { equals: 'live' } };
      const known: Where = gone.length > 0 ? { and: [live, { serial: { not_in: gone } }] } : live;
      return begun.length > 0 ? { or: [known, { serial: { in: begun } }] } : known;
    },
  };
}

/** Milliseconds; nothing is published within so short a time of its end, or signed so shortly before its beginning. */
const remembered = 1000;

/** Asks at most once a second; a failure is that reading's alone. */
function remember<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: { since: number; answer: Promise<T> } | null = null;
  return () => {
    if (known && performance.now() - known.since <= remembered) return known.answer;
    const asked = { since: performance.now(), answer: ask() };
    known = asked;
    asked.answer.catch(() => (known = known === asked ? null : known));
    return asked.answer;
  };
}

type Row = Pick<Publication, 'serial' | 'state' | 'release' | 'card' | 'showFrom' | 'until'>;
