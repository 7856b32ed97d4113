import type { z } from 'zod';
import { civilDay, instantText } from '../../campaigns/calendar/civil-day.ts';
import { simplified } from '../../campaigns/characters/simplified.ts';
import type { Release, Withdrawal } from '../payload-types.ts';
import type { PackageFacts } from './material-package.ts';
import type { CorrectedState } from './corrected-state.ts';
import { cardDoor, type publicationCardSchema } from './card-door.ts';
import { cardPicture } from './picture-view.ts';
import { renditionOf } from './rendition/rendition.ts';
import { snapshotDoor } from '../story/snapshot-doors.ts';
import type { Correction, Snapshot } from '../story/snapshot.ts';

export type PublicationCard = z.infer<typeof publicationCardSchema>;

/** The `until` of what has no end: a row without any is from before there was one. */
export const noEnd = '9999-12-31';

/** What is said while nobody else has agreed to the words of whoever took it back: taking back waits for nobody. */
export const withdrawnMeanwhile = '这篇报道已经撤回。';

/** What was signed. @throws UnfitColumn when it cannot be read */
export const snapshotOf = ({ snapshot }: Pick<Release, 'snapshot'>): Snapshot => snapshotDoor.need(snapshot);

/** What a publication needs to know of a release. */
export type Signed = Pick<Release, 'id' | 'snapshot' | 'version' | 'hash' | 'kind' | 'signedAt'>;

export interface RowParts extends CorrectedState {
  firstSignedAt: string;
  withdrawal: Withdrawal | null;
  package: PackageFacts | null;
}

/** The publication that a release calls for, without its serial. Pure. */
export function publicationRow(
  release: Signed,
  { correctedAt, correcting, corrections, firstSignedAt, package: facts, withdrawal }: RowParts,
) {
  const snapshot = snapshotOf(release);
  const card: PublicationCard = {
    picture: cardPicture(snapshot),
    roleModel: snapshot.roleModel,
    tags: snapshot.tags,
    example: snapshot.source.includes('示例'),
    ...(snapshot.disclosure ? { namedUntil: snapshot.disclosure.until } : {}),
    lesson: snapshot.lesson,
    ...(snapshot.lesson ? { author: snapshot.author, source: snapshot.source } : {}),
    package: facts,
    corrections,
    ...(correctedAt ? { correctedAt } : {}),
    ...(correcting > 0 ? { correcting } : {}),
    version: release.version,
    hash: release.hash,
  };
  return {
    release: release.id,
    state: withdrawal ? ('withdrawn' as const) : ('live' as const),
    kind: release.kind,
    column: snapshot.column?.slug ?? null,
    title: snapshot.title,
    summary: snapshot.summary,
    // Written once, from the first release: a publication date must not be forged (检查指标 单项否决).
    firstPublishedAt: new Date(firstSignedAt).toISOString(),
    publishedAt: new Date(release.signedAt).toISOString(),
    month: civilDay(new Date(firstSignedAt)).slice(0, 7),
    batch: snapshot.roleModel?.batch || null,
    lessonStage: snapshot.lesson?.stage ?? null,
    lessonTheme: snapshot.lesson?.theme ?? null,
    card: cardDoor.write(card),
    pictures:
      [...new Set([snapshot.cover, ...snapshot.images].flatMap((picture) => (picture ? [picture.id] : [])))].join(
        ' ',
      ) || null,
    searchText: searchTextOf(snapshot, corrections),
    corrected: corrections.length > 0,
    until: snapshot.disclosure?.until || noEnd,
    withdrawnAt: withdrawal ? new Date(withdrawal.decidedAt).toISOString() : null,
    reason: withdrawal?.reason ?? null,
    decidedBy: withdrawal?.decidedBy ?? null,
  };
}

/** Everything of a story by which it is found: its whole rendition, with what stands beside it; in simplified characters, as it is asked for. */
export const searchTextOf = (snapshot: Snapshot, corrections: readonly Correction[]): string =>
  simplified(
    [
      snapshot.title,
      snapshot.summary,
      snapshot.tags.join(' '),
      snapshot.source,
      renditionOf(snapshot, corrections).text,
    ]
      .filter(Boolean)
      .join('\n'),
  );

/** ISO 8601 with the Shanghai zone, from what the database gives back. */
export const zoned = (instant: string): string => instantText(new Date(instant));
