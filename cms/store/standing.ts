import { inChunks } from '../../campaigns/lists/in-chunks.ts';
import type { Payload, Where } from 'payload';
import { civilDay, instantOf, instantText } from '../../campaigns/calendar/civil-day.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { Publication } from '../payload-types.ts';
import { asRegistered } from '../register/withdrawn.ts';
import { registerOf } from '../register/register-of.ts';
import { ending, endOf } from '../release/ending.ts';
import { idOf } from '../database/id-of.ts';
import type { Held } from '../columns/stored.ts';
import { append } from '../../campaigns/lists/append.ts';

/** What readers are told of a story whose period is over and which nobody has taken down yet. */
export const endedReason = '公示期已满，这篇报道已下线。';

/** Publications as they stand at this moment, whatever the worker has come to. */
export interface Standing {
  /** A row as readers may see it: one that was taken back or whose period is over is withdrawn. */
  of<
    T extends Pick<Publication, 'state' | 'release' | 'card'> & {
      until?: string | null;
      withdrawnAt?: string | null;
      reason?: string | null;
    },
  >(row: T): T;
  /** The instant before which newspapers may not print; null once it has come, and when there is none. */
  embargo(instant: string | null | undefined): string | null;
  /** Serials whose rows still say “live” and must not be shown; nearly always none. */
  hidden(): Promise<number[]>;
  /** What may be listed: live, and none of the hidden. */
  live(): Promise<Where>;
}

/**
 * Read-time truth: end of period and withdrawals hold when something is read, also while no worker runs, after a crash in
 * the middle of a withdrawal, and after a restore. At most one small indexed query a second.
 */
export function createStanding(payload: Payload, clock: Clock): Standing {
  /** Withdrawals whose rows have been seen to agree; they never go back. */
  const settled = new Set<string>();
  const today = () => civilDay(clock.now());

  /** Ends to come, remembered for a moment: a page asks many times. The clock is compared at every reading. */
  let known: { since: number; ends: Promise<{ serial: number; end: string }[]> } | null = null;
  async function ends(): Promise<{ serial: number; end: string }[]> {
    const { docs } = await payload.db.find<Row>({
      collection: 'publications',
      pagination: false,
      limit: 0,
      select: { serial: true, until: true, card: true },
      where: ending,
    });
    return docs.flatMap((row) => {
      const end = endOf(row);
      return end ? [{ serial: row.serial, end }] : [];
    });
  }

  async function ended(): Promise<number[]> {
    if (!known || performance.now() - known.since > remembered) {
      const asked = { since: performance.now(), ends: ends() };
      known = asked;
      // A failure is this reading's alone.
      asked.ends.catch(() => (known = known === asked ? null : known));
    }
    return (await known.ends).filter(({ end }) => end <= today()).map(({ serial }) => serial);
  }

  async function takenBack(): Promise<number[]> {
    const open = registerOf(payload)
      .all('withdrawal')
      .map(({ key }) => key)
      .filter((key) => !settled.has(key));
    if (open.length === 0) return [];
    const serials: number[] = [];
    for (const some of inChunks(open)) {
      const { docs } = await payload.db.find<Row>({
        collection: 'publications',
        pagination: false,
        limit: 0,
        select: { serial: true, release: true },
        where: { and: [{ state: { equals: 'live' } }, { release: { in: some } }] },
      });
      const late = new Set(docs.map(({ release }) => idOf(release) ?? ''));
      for (const key of some) if (!late.has(key)) settled.add(key);
      append(
        serials,
        docs.map(({ serial }) => serial),
      );
    }
    return serials;
  }

  const hidden = async (): Promise<number[]> => (await Promise.all([ended(), takenBack()])).flat();
  return {
    of(row) {
      const end = row.state === 'live' ? endOf(row) : null;
      const known = asRegistered(payload, row);
      if (known.state !== 'live' || end === null || end > today()) return known;
      return { ...known, state: 'withdrawn', withdrawnAt: instantOf(end, '00:00').toISOString(), reason: endedReason };
    },
    embargo: (instant) =>
      instant && Date.parse(instant) > clock.now().getTime() ? instantText(new Date(instant)) : null,
    hidden,
    live: async () => {
      const serials = await hidden();
      const live: Where = { state: { equals: 'live' } };
      return serials.length > 0 ? { and: [live, { serial: { not_in: serials } }] } : live;
    },
  };
}

/** Milliseconds; no case is published within so short a time of its end. */
const remembered = 1000;

interface Row {
  serial: number;
  until?: string | null;
  card?: Held<'card'>;
  release?: string | { id: string };
}
