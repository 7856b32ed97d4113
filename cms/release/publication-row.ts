import type { z } from 'zod';
import { civilDay, instantText } from '../../campaigns/calendar/civil-day.ts';
import { simplified } from '../../campaigns/characters/simplified.ts';
import type { Publication, Release, Withdrawal } from '../payload-types.ts';
import type { PackageFacts } from './material-package.ts';
import type { CorrectedState } from './corrected-state.ts';
import { cardDoor, type publicationCardSchema } from './card-door.ts';
import { cardPicture } from './picture-view.ts';
import { renditionOf } from './rendition/rendition.ts';
import { endText, showingOf, type Showing } from './showing.ts';
import { snapshotDoor } from '../story/snapshot-doors.ts';
import type { Correction, Snapshot } from '../story/snapshot.ts';

export type PublicationCard = z.infer<typeof publicationCardSchema>;

/** The `until` of what has no end: a row without any is from before there was one. */
export const noEnd = '9999-12-31';

/** What readers are told of a story that was shown as long as its signer chose. */
export const shownLongEnough = '这篇报道展示到期，已下线。';

/** What is said while nobody else has agreed to the words of whoever took it back: taking back waits for nobody. */
export const withdrawnMeanwhile = '这篇报道已经撤回。';

/** What was signed. @throws UnfitColumn when it cannot be read */
export const snapshotOf = ({ snapshot }: Pick<Release, 'snapshot'>): Snapshot => snapshotDoor.need(snapshot);

/** What a publication needs to know of a release. */
export type Signed = Pick<
  Release,
  'id' | 'snapshot' | 'version' | 'hash' | 'kind' | 'signedAt' | 'showFrom' | 'showUntil'
>;

export interface RowParts extends CorrectedState {
  /** When the story could first be read, or will be. */
  firstShownAt: string;
  /** Nobody outside has seen anything of it yet. */
  unseen: boolean;
  now: Date;
  withdrawal: Withdrawal | null;
  package: PackageFacts | null;
}

/** The publication that a release calls for, without its serial. Pure. */
export function publicationRow(
  release: Signed,
  { correctedAt, correcting, corrections, firstShownAt, now, package: facts, unseen, withdrawal }: RowParts,
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
  const { from, until } = showingOf(release);
  const state = stateOf({ from, until }, { now, unseen, withdrawal });
  const over = state === 'over' && until;
  return {
    release: release.id,
    state,
    kind: release.kind,
    column: snapshot.column?.slug ?? null,
    title: snapshot.title,
    summary: snapshot.summary,
    // Written once, from the first release: a publication date must not be forged (检查指标 单项否决).
    firstPublishedAt: new Date(firstShownAt).toISOString(),
    publishedAt: new Date(
      Math.max(Date.parse(release.signedAt), from?.getTime() ?? 0, Date.parse(firstShownAt)),
    ).toISOString(),
    month: civilDay(new Date(firstShownAt)).slice(0, 7),
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
    showFrom: from?.toISOString() ?? null,
    // The earlier of the two ends. Once what the signer chose has come, the law's own still has to: copies are taken back then.
    until: [snapshot.disclosure?.until || noEnd, ...(until && !over ? [endText(until)] : [])].sort()[0] ?? noEnd,
    withdrawnAt: withdrawal ? new Date(withdrawal.decidedAt).toISOString() : over ? over.toISOString() : null,
    reason: withdrawal?.reason ?? (over ? shownLongEnough : null),
    decidedBy: withdrawal?.decidedBy ?? null,
  };
}

/** What the row says of itself at `now`. */
function stateOf(
  { from, until }: Showing,
  { now, unseen, withdrawal }: Pick<RowParts, 'now' | 'unseen' | 'withdrawal'>,
): Publication['state'] {
  if (withdrawal) return unseen && from && new Date(withdrawal.decidedAt) < from ? 'dropped' : 'withdrawn';
  if (from && from > now) return 'waiting';
  return until && until <= now ? 'over' : 'live';
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
