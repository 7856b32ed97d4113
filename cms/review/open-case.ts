import type { Payload } from 'payload';
import type { Release, Story } from '../payload-types.ts';
import { contentHash } from '../release/content.ts';
import { idOf } from '../release/id-of.ts';
import { isWithdrawn, newestRelease } from '../release/newest.ts';
import type { Review } from './act.ts';
import type { CaseFile } from './case-file.ts';
import { requirements } from './requirements.ts';

export interface OpenCase {
  story: Story;
  file: CaseFile;
  newest: Release | null;
}

/** Reads a story as the review rules see it; null when there is none. Pictures and relations stay ids. */
export async function openCase(payload: Payload, storyId: string): Promise<OpenCase | null> {
  const story = await payload.findByID({ collection: 'stories', id: storyId, depth: 0, disableErrors: true, joins: false });
  if (!story) return null;
  const newest = await newestRelease(payload, story.id);
  const file: CaseFile = {
    stage: story.stage,
    round: story.round,
    // Counted anew: a fingerprint on the row proves nothing about the row.
    contentHash: contentHash({ ...story }),
    createdBy: idOf(story.createdBy),
    editors: story.editors as string[],
    reviews: story.reviews as unknown as Review[],
    live: newest !== null && !(await isWithdrawn(payload, newest.id)),
    missing: requirements(story),
  };
  return { story, file, newest };
}
