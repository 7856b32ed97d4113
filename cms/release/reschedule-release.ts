import type { Payload } from 'payload';
import { insertOnce } from '../database/insert-once.ts';
import { idOf } from '../database/id-of.ts';
import type { Release } from '../payload-types.ts';
import type { Review } from '../story/act.ts';
import { reviewersDoor } from '../story/review-doors.ts';
import type { Showing } from './showing.ts';

/**
 * 改上线时间: the same words, signed by the same people, to be seen at another time. A release is never changed, so this is
 * the next one; who changed the time, when and why stands among its reviews.
 * @returns null when somebody else made this version at the same moment
 */
export function rescheduleRelease(
  payload: Payload,
  release: Release,
  { from, until }: Showing,
  review: Review,
): Promise<Release | null> {
  const { column, hash, imported, kind, reviewMode, round, signedAt, signedBy, snapshot, title } = release;
  const story = idOf(release.story) ?? '';
  const version = release.version + 1;
  return insertOnce(['key'], () =>
    payload.create({
      collection: 'releases',
      data: {
        key: `${story}:${version}`,
        title,
        story,
        version,
        round,
        kind,
        column: column ?? null,
        hash,
        signedBy,
        signedAt,
        showFrom: from?.toISOString() ?? null,
        showUntil: until?.toISOString() ?? null,
        reviewers: reviewersDoor.write([...reviewersDoor.need(release.reviewers), review]),
        reviewMode: reviewMode ?? null,
        imported,
        snapshot,
      },
      depth: 0,
    }),
  );
}
