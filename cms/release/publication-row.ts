import { civilDay, instantText } from '../../campaigns/calendar/civil-day.ts';
import type { Release, Withdrawal } from '../payload-types.ts';
import type { Picture, RoleModelFacts } from '../read/story.ts';
import type { PackageFacts } from './material-package.ts';
import { cardPicture } from './picture-view.ts';
import type { Correction, LessonFacts, Snapshot } from './snapshot.ts';

/** What lists show of a story, kept on its publication so that no list needs a second query. */
export interface PublicationCard {
  picture: Picture | null;
  roleModel: RoleModelFacts | null;
  tags: string[];
  /** Invented for the starter content: its source says 示例. Absent in older rows. */
  example?: boolean;
  /** The day on which a named case goes; absent: it names nobody. */
  namedUntil?: string;
  lesson: LessonFacts | null;
  package: PackageFacts | null;
  corrections: Correction[];
  version: number;
  hash: string;
}

export const snapshotOf = (release: Release): Snapshot => release.snapshot as unknown as Snapshot;

/**
 * The publication that a release calls for, without its serial. Pure.
 * @param corrections those of the release and what was entered since; by default the release's own
 */
export function publicationRow(
  release: Release, firstSignedAt: string, withdrawal: Withdrawal | null, facts: PackageFacts | null, corrections: Correction[] = snapshotOf(release).corrections,
) {
  const snapshot = snapshotOf(release);
  const card: PublicationCard = {
    picture: cardPicture(snapshot),
    roleModel: snapshot.roleModel,
    tags: snapshot.tags,
    example: snapshot.source.includes('示例'),
    ...(snapshot.disclosure ? { namedUntil: snapshot.disclosure.until } : {}),
    lesson: snapshot.lesson,
    package: facts,
    corrections,
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
    card,
    pictures: [...new Set([snapshot.cover, ...snapshot.images].flatMap((picture) => (picture ? [picture.id] : [])))].join(' ') || null,
    searchText: [snapshot.title, snapshot.summary, snapshot.roleModel?.name, snapshot.tags.join(' '), snapshot.text].filter(Boolean).join('\n'),
    corrected: corrections.length > 0,
    withdrawnAt: withdrawal ? new Date(withdrawal.decidedAt).toISOString() : null,
    reason: withdrawal?.reason ?? null,
    decidedBy: withdrawal?.decidedBy ?? null,
  };
}

/** ISO 8601 with the Shanghai zone, from what the database gives back. */
export const zoned = (instant: string): string => instantText(new Date(instant));
