import type { Payload } from 'payload';
import type { CaseFile } from '../story/case-file.ts';
import type { Workflow } from './machine.ts';
import type { Corrected } from './urgent/corrected-story.ts';
import { editorsDoor, reviewsDoor } from '../story/review-doors.ts';

/**
 * Writes workflow fields that were decided on `seen`.
 * @param becomes content that an urgent correction brings with it, and its fingerprint
 * @returns false when somebody edited or judged the story since it was read; then nothing is written.
 */
export async function saveStory(
  payload: Payload,
  id: string,
  seen: Pick<CaseFile, 'stage' | 'contentHash' | 'reviews'>,
  { editors, reviews, ...fields }: Workflow,
  becomes?: { content: Corrected; hash: string },
): Promise<boolean> {
  try {
    await payload.update({
      collection: 'stories',
      id,
      data: {
        ...fields,
        editors: editorsDoor.write(editors),
        reviews: reviewsDoor.write(reviews),
        ...(becomes ? { ...becomes.content, contentHash: becomes.hash } : {}),
      },
      depth: 0,
      context: {
        reviewOf: {
          stage: seen.stage,
          contentHash: seen.contentHash,
          reviews: seen.reviews.length,
          becomes: becomes?.hash ?? seen.contentHash,
        },
      },
    });
    return true;
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 409) return false;
    throw error;
  }
}
