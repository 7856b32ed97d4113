import type { Payload } from 'payload';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Correction as CorrectionRow, Release } from '../payload-types.ts';
import { agreedRows } from '../texts/public-rows.ts';
import { idOf } from '../database/id-of.ts';
import { snapshotOf } from './publication-row.ts';
import type { Correction } from '../story/snapshot.ts';

/** A correction that more than one person stands for. */
export interface StandingCorrection {
  row: CorrectionRow;
  /** When it was agreed to (ISO 8601); entered with a release, when that was decided. */
  since: string;
}

/** Corrections beside their releases: what the public reads, in the order of agreement, and what still waits for a second person. */
export interface EnteredCorrections {
  agreed: StandingCorrection[];
  waiting: CorrectionRow[];
}

/** What every output says of corrections. */
export interface CorrectedState {
  corrections: Correction[];
  /** The instant (ISO 8601, UTC) of the newest entry or agreement; null when nothing was entered. */
  correctedAt: string | null;
  /** How many corrections wait for a second person: of them it is said that they are on their way, and nothing else. */
  correcting: number;
}

export const samePassage = (a: Pick<Correction, 'was' | 'now'>, b: Pick<Correction, 'was' | 'now'>): boolean =>
  a.was === b.was && a.now === b.now;

/** @param rows of `corrections`, of any stories */
export async function enteredCorrections(
  payload: Payload,
  rows: readonly CorrectionRow[],
): Promise<EnteredCorrections> {
  const agreed = (await agreedRows(payload, 'corrections', rows)).map(({ row, since }) => ({
    row,
    since: since ?? row.at,
  }));
  const known = new Set(agreed.map(({ row }) => row.id));
  return {
    agreed: agreed.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)),
    waiting: rows.filter(({ id, refused }) => !known.has(id) && !refused),
  };
}

/** What every output says of a release: what the release says itself, and what was entered and agreed to since. */
export async function correctedState(payload: Payload, release: Release): Promise<CorrectedState> {
  const { docs } = await payload.find({
    collection: 'corrections',
    where: { story: { equals: idOf(release.story) } },
    sort: 'at',
    depth: 0,
    pagination: false,
  });
  return correctedStateOf(release, await enteredCorrections(payload, docs));
}

/** The signed ones first; then those agreed to beside them, each once, with the day of agreement. Pure. */
export function correctedStateOf(release: Release, { agreed, waiting }: EnteredCorrections): CorrectedState {
  const entries = agreed.map(({ row: { note, right, wrong }, since }) => ({
    date: civilDay(new Date(since)),
    was: wrong,
    now: right,
    note: note ?? '',
  }));
  const corrections = entries.reduce<Correction[]>(
    (list, entry) => (list.some((c) => samePassage(c, entry)) ? list : [...list, entry]),
    [...snapshotOf(release).corrections],
  );
  const open = stillWaiting(waiting, corrections);
  const instants = [...agreed.map(({ since }) => since), ...open.map(({ at }) => at)]
    .map((at) => new Date(at).toISOString())
    .sort();
  return { corrections, correctedAt: instants.at(-1) ?? null, correcting: open.length };
}

/** Of those that wait, what is not said in the same words already. */
export const stillWaiting = (waiting: readonly CorrectionRow[], said: readonly Correction[]): CorrectionRow[] =>
  waiting.filter(({ right, wrong }) => !said.some((one) => samePassage(one, { was: wrong, now: right })));
