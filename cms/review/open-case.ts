import type { Payload } from 'payload';
import { systemClock } from '../../campaigns/ports/clock.ts';
import type { Release, Story } from '../payload-types.ts';
import { contentHash } from '../release/content.ts';
import { idOf } from '../database/id-of.ts';
import { picturesNow } from '../release/printed-pictures.ts';
import { isWithdrawn, newestRelease } from '../release/newest.ts';
import { isAhead } from '../release/showing.ts';
import { answerable } from '../story/act.ts';
import type { CaseFile, Signed } from '../story/case-file.ts';
import { openCommentsOf } from './comments/open-comments.ts';
import { deskSettings } from './desk-settings.ts';
import { assigneeOf } from './leave.ts';
import { missingOf } from './missing.ts';
import { editorsDoor, reviewersDoor, reviewsDoor } from '../story/review-doors.ts';

export interface OpenCase {
  story: Story;
  file: CaseFile;
  newest: Release | null;
}

/** Reads a story as the review rules see it at `now`; null when there is none. Pictures and relations stay ids. */
export async function openCase(
  payload: Payload,
  storyId: string,
  now: Date = systemClock.now(),
): Promise<OpenCase | null> {
  const story = await payload.findByID({
    collection: 'stories',
    id: storyId,
    depth: 0,
    disableErrors: true,
    joins: false,
  });
  if (!story) return null;
  const newest = await newestRelease(payload, story.id);
  const [missing, settings, assignee, comments, withdrawn, signed, pictures] = await Promise.all([
    missingOf(payload, story, now),
    deskSettings(payload),
    assigneeOf(payload, idOf(story.assignee), now),
    openCommentsOf(payload, story.id),
    newest === null || isWithdrawn(payload, newest.id),
    newest === null ? null : signedOf(payload, newest, now),
    picturesNow(payload, story),
  ]);
  const file: CaseFile = {
    stage: story.stage,
    round: story.round,
    // Counted anew: a fingerprint on the row proves nothing about the row.
    contentHash: contentHash({ ...story }),
    pictures,
    createdBy: idOf(story.createdBy),
    editors: editorsDoor.need(story.editors),
    reviews: reviewsDoor.need(story.reviews),
    live: !withdrawn,
    unseen: !withdrawn && isUnseen(newest, now),
    missing,
    assignee,
    ...comments,
    smallOffice: settings.smallOffice,
    signed,
    terms: { urgentHours: settings.urgentHours, unsignHours: settings.unsignHours },
  };
  return { story, file, newest };
}

const isUnseen = (newest: Release | null, now: Date): boolean =>
  Boolean(newest?.showFrom) && isAhead(newest?.showFrom, now);

async function signedOf(payload: Payload, release: Release, now: Date): Promise<Signed> {
  const reviews = reviewersDoor.need(release.reviewers);
  // Anything but a delivery that waits untouched may have reached its channel.
  const { totalDocs } = await payload.count({
    collection: 'deliveries',
    where: {
      and: [
        { releaseId: { equals: release.id } },
        { or: [{ attempts: { greater_than: 0 } }, { state: { not_in: ['pending', 'skipped'] } }] },
      ],
    },
  });
  return {
    signers: reviews.filter(({ act }) => act === 'sign').flatMap(answerable),
    writers: reviews.flatMap(({ writers }) => writers ?? []),
    // Before its minute nobody has read it: the hours begin then.
    hoursOld:
      (now.getTime() - Math.max(Date.parse(release.signedAt), Date.parse(release.showFrom ?? '') || 0)) / 3_600_000,
    goneOut: totalDocs > 0,
  };
}
