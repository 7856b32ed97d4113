import type { Payload } from 'payload';
import type { CaseFile } from './case-file.ts';

/**
 * Writes workflow fields that were decided on `seen`.
 * @returns false when somebody edited or judged the story since it was read; then nothing is written.
 */
export async function saveStory(
  payload: Payload,
  id: string,
  seen: Pick<CaseFile, 'stage' | 'contentHash'>,
  fields: Pick<CaseFile, 'stage' | 'round' | 'reviews' | 'editors'>,
): Promise<boolean> {
  try {
    await payload.update({
      collection: 'stories',
      id,
      data: fields as never,
      depth: 0,
      context: { reviewOf: { stage: seen.stage, contentHash: seen.contentHash } },
    });
    return true;
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 409) return false;
    throw error;
  }
}
