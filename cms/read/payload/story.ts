import { readable } from '../../../campaigns/bulkhead/each.ts';
import type { Payload, Where } from 'payload';
import type { Publication } from '../../payload-types.ts';
import { withPictures } from '../../release/picture-view.ts';
import { snapshotOf, zoned } from '../../release/publication-row.ts';
import { idOf } from '../../database/id-of.ts';
import type { Story, StoryCard, Withdrawn } from '../../story/facts.ts';
import { copyLines } from '../../story/copy-state.ts';
import { cardFields, cardOf, facts } from './card.ts';
import { columnNames } from './column-names.ts';
import { reviewNote } from '../../release/review-note.ts';
import type { Reading } from './source.ts';
import { anonymityLine } from '../../release/rendition/anonymity.ts';
import { correctingSentence } from '../../release/rendition/corrections.ts';
import { renditionOf } from '../../release/rendition/rendition.ts';
import { reviewersDoor } from '../../story/review-doors.ts';

/** One publication by its number, as it stands now. */
export async function publicationBySerial({ payload, standing }: Reading, serial: number): Promise<Publication | null> {
  if (!Number.isSafeInteger(serial) || serial < 1) return null;
  const { docs } = await payload.find({
    collection: 'publications',
    where: { serial: { equals: serial } },
    limit: 1,
    depth: 0,
    pagination: false,
    select: { searchText: false },
  });
  const row = docs[0] && standing.of(docs[0]);
  // Not yet, or never: nobody is told that there is something.
  return !row || row.state === 'waiting' || row.state === 'dropped' ? null : row;
}

/** What is left of a story that was taken back or is over: that it was there, when it went, and why. `decidedBy` names the desk, no person. */
export const withdrawnOf = (row: Publication, desk: string): Withdrawn => ({
  state: 'withdrawn',
  serial: row.serial,
  publishedAt: zoned(row.firstPublishedAt),
  withdrawnAt: zoned(row.withdrawnAt ?? row.updatedAt),
  reason: row.reason ?? '',
  decidedBy: desk,
  copies: copyLines(row.copies),
});

/** A story with everything its page shows. `desk`: the editorial desk's name. */
export async function readStory(reading: Reading, serial: number, desk: string): Promise<Story | Withdrawn | null> {
  const { payload } = reading;
  const row = await publicationBySerial(reading, serial);
  if (!row || row.kind === 'material') return null;
  if (row.state !== 'live') return withdrawnOf(row, desk);
  const [release, names, live] = await Promise.all([
    payload.findByID({ collection: 'releases', id: idOf(row.release) ?? '', depth: 0 }),
    columnNames(payload),
    reading.standing.live(),
  ]);
  const snapshot = snapshotOf(release);
  const reviews = reviewersDoor.read(release.reviewers).value;
  const [previous, next, siblings] = await Promise.all([
    neighbour(payload, row, 'older', names, live),
    neighbour(payload, row, 'newer', names, live),
    batchOf(payload, row, names, live),
  ]);
  // Signed with the release, and entered since.
  const { corrections, correcting = 0 } = facts(row);
  const soon = correctingSentence(correcting);
  return {
    ...cardOf(row, names),
    state: 'live',
    version: release.version,
    hash: release.hash,
    html: withPictures(snapshot.html, snapshot.images),
    whole: withPictures(renditionOf(snapshot, corrections, correcting).html, snapshot.images),
    author: snapshot.author,
    source: snapshot.source,
    sourceUrl: snapshot.sourceUrl,
    editor: reviews.find((review) => review.act === 'approve-first')?.byName ?? desk,
    signedAt: zoned(release.signedAt),
    reviewNote: reviewNote(release),
    caseSteps: snapshot.caseSteps,
    named: snapshot.disclosure ?? null,
    embargo: reading.standing.embargo(snapshot.embargo),
    anonymity: anonymityLine(snapshot),
    corrections,
    ...(soon ? { correcting: soon } : {}),
    copies: copyLines(row.copies),
    previous,
    next,
    siblings,
  };
}

const named = ({ serial }: { serial: number }) => [`publication ${serial}`, `第 ${serial} 号稿件`] as const;

/** The next story of the same column in time; stories of the same instant go by number. */
async function neighbour(
  payload: Payload,
  row: Publication,
  side: 'older' | 'newer',
  names: Map<string, string>,
  live: Where,
): Promise<StoryCard | null> {
  const older = side === 'older';
  const beyond = (value: string | number) => (older ? { less_than: value } : { greater_than: value });
  const apart: Where = {
    or: [
      { firstPublishedAt: beyond(row.firstPublishedAt) },
      { and: [{ firstPublishedAt: { equals: row.firstPublishedAt } }, { serial: beyond(row.serial) }] },
    ],
  };
  const { docs } = await payload.find({
    collection: 'publications',
    where: { and: [live, { column: { equals: row.column } }, { kind: { not_equals: 'material' } }, apart] },
    sort: older ? ['-firstPublishedAt', '-serial'] : ['firstPublishedAt', 'serial'],
    limit: 1,
    depth: 0,
    pagination: false,
    select: cardFields,
  });
  return readable(docs, named, (doc) => cardOf(doc, names))[0] ?? null;
}

/** Other role models of the batch. */
async function batchOf(
  payload: Payload,
  row: Publication,
  names: Map<string, string>,
  live: Where,
): Promise<StoryCard[]> {
  if (!row.batch || row.kind !== 'role-model') return [];
  const { docs } = await payload.find({
    collection: 'publications',
    where: { and: [live, { batch: { equals: row.batch } }, { serial: { not_equals: row.serial } }] },
    sort: 'serial',
    limit: 12,
    depth: 0,
    pagination: false,
    select: cardFields,
  });
  return readable(docs, named, (doc) => cardOf(doc, names));
}
