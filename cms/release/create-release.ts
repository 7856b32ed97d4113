import type { Payload } from 'payload';
import type { Release, Story } from '../payload-types.ts';
import { reviewerName, type Review } from '../story/act.ts';
import { counts, reviewModeOf, type CaseFile } from '../story/case-file.ts';
import type { Showing } from './showing.ts';
import type { ReviewMode } from '../story/review-mode.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { fingerprint } from '../words/canonical.ts';
import { fingerprintOfPrinted } from './printed-pictures.ts';
import { insertOnce } from '../database/insert-once.ts';
import { reviewersDoor } from '../story/review-doors.ts';
import { snapshotDoor } from '../story/snapshot-doors.ts';

export interface Signing {
  story: Story;
  file: CaseFile;
  newest: Release | null;
  /** The signer's review. */
  sign: Review;
  signedAt: Date;
  /** Starter content, honestly named as such (示例导入). */
  imported: boolean;
  /** 上线时间 as the signer chose it; absent: at once, for ever. */
  showing?: Showing;
  /** 紧急更正: both reviews instead of the three, and the names of both. */
  urgent?: { reviewers: Review[]; names: string };
}

/**
 * Makes the immutable copy of what was approved. A second call for the same round gives the first one's release, so a
 * signing that was cut short can be repeated.
 * @returns null when another signer made this version at the same moment, or somebody changed what is said of its pictures.
 */
export async function createRelease(payload: Payload, signing: Signing): Promise<Release | null> {
  const { story, file, newest, showing, sign, urgent } = signing;
  if (newest && newest.round === file.round) return newest;
  const version = (newest?.version ?? 0) + 1;
  const snapshot = await buildSnapshot(payload, story);
  // Changed in the very moment of signing: what would be printed is not what was reviewed.
  if (file.pictures !== undefined && fingerprintOfPrinted(snapshot) !== file.pictures) return null;
  const reviewers = urgent?.reviewers ?? [...file.reviews.filter((review) => counts(file, review)), sign];
  return insertOnce(['key'], () =>
    payload.create({
      collection: 'releases',
      data: {
        key: `${story.id}:${version}`,
        title: snapshot.title,
        story: story.id,
        version,
        round: file.round,
        kind: snapshot.kind,
        column: snapshot.column?.slug ?? null,
        hash: fingerprint(snapshot),
        signedBy: urgent?.names ?? reviewerName(sign),
        signedAt: signing.signedAt.toISOString(),
        showFrom: showing?.from?.toISOString() ?? null,
        showUntil: showing?.until?.toISOString() ?? null,
        reviewers: reviewersDoor.write(reviewers),
        // Starter content is by nobody: how many people reviewed it would be invented.
        reviewMode: signing.imported ? null : ((urgent ? 'urgent' : reviewModeOf(file)) satisfies ReviewMode),
        imported: signing.imported,
        snapshot: snapshotDoor.write(snapshot),
      },
      depth: 0,
    }),
  );
}
