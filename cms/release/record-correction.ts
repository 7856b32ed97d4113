import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Correction as CorrectionRow, Release } from '../payload-types.ts';
import { idOf } from './id-of.ts';
import { snapshotOf } from './publication-row.ts';
import type { Correction } from './snapshot.ts';
import { insertOnce } from './taken.ts';

export interface CorrectionDecision {
  wrong: string;
  right: string;
  /** Why, for the public; may be empty. */
  note: string;
  by: string;
  at: Date;
}

/** Notes that one passage of a release that went out was wrong. The same passage twice is one correction. */
export async function recordCorrection(payload: Payload, release: Pick<Release, 'id' | 'story'>, decision: CorrectionDecision): Promise<void> {
  const { at, by, note, right, wrong } = decision;
  const key = `${release.id}:${createHash('sha256').update(JSON.stringify([wrong, right])).digest('hex').slice(0, 16)}`;
  await insertOnce(['key'], () =>
    payload.create({
      collection: 'corrections',
      data: { key, story: idOf(release.story) ?? '', release: release.id, wrong, right, note: note || null, by, at: at.toISOString() } as never,
      depth: 0,
    }),
  );
}

const same = (a: Pick<Correction, 'was' | 'now'>, b: Pick<Correction, 'was' | 'now'>) => a.was === b.was && a.now === b.now;

/**
 * What a newly signed release corrects in the one before it becomes a correction of its own, so that the copies of the
 * earlier versions are put right. Called before the release goes live, as often as that takes.
 */
export async function recordCorrectionsOf(payload: Payload, newest: Release): Promise<void> {
  const { corrections } = snapshotOf(newest);
  if (corrections.length === 0 || newest.version < 2) return;
  const { docs } = await payload.find({
    collection: 'releases', where: { and: [{ story: { equals: idOf(newest.story) } }, { version: { less_than: newest.version } }] },
    sort: '-version', limit: 1, depth: 0, pagination: false,
  });
  const before = docs[0];
  if (!before) return;
  const known = snapshotOf(before).corrections;
  for (const entry of corrections.filter((c) => !known.some((k) => same(k, c)))) {
    const { note, now, was } = entry;
    await recordCorrection(payload, before, { wrong: was, right: now, note, by: newest.signedBy, at: new Date(newest.signedAt) });
  }
}

/** What every output says under its signature: what the release says itself, and what was entered since. */
export const correctionsOf = async (payload: Payload, release: Release): Promise<Correction[]> => (await correctedState(payload, release)).corrections;

/** The same, with the instant (ISO 8601, UTC) of the newest entry; null when nothing was entered. */
export async function correctedState(payload: Payload, release: Release): Promise<CorrectedState> {
  const { docs } = await payload.find({ collection: 'corrections', where: { story: { equals: idOf(release.story) } }, sort: 'at', depth: 0, pagination: false });
  return correctedStateOf(release, docs);
}

export interface CorrectedState {
  corrections: Correction[];
  correctedAt: string | null;
}

/** From the rows of `corrections`, in the order of decision. Pure. */
export function correctedStateOf(release: Release, entered: readonly CorrectionRow[]): CorrectedState {
  const last = entered.at(-1);
  return { corrections: mergedCorrections(snapshotOf(release).corrections, entered), correctedAt: last ? new Date(last.at).toISOString() : null };
}

/** The signed ones first; those entered beside them in the order of decision, each once. */
export function mergedCorrections(signed: readonly Correction[], entered: readonly CorrectionRow[]): Correction[] {
  const rows = entered.map(({ at, note, right, wrong }) => ({ date: civilDay(new Date(at)), was: wrong, now: right, note: note ?? '' }));
  return rows.reduce<Correction[]>((list, row) => (list.some((c) => same(c, row)) ? list : [...list, row]), [...signed]);
}
