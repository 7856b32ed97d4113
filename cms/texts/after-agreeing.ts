import type { Payload } from 'payload';
import { idOf } from '../release/id-of.ts';
import { publishStory } from '../release/publish.ts';
import type { SubjectSlug } from './subjects.ts';

/** What must be brought up to date when words have become public, beside their copy. */
export async function afterAgreeing(payload: Payload, subject: SubjectSlug, row: Record<string, unknown>): Promise<void> {
  // Its words stand in the publication, where readers and the change feed find them.
  if (subject === 'withdrawals') await publishStory(payload, idOf(row.story as string) ?? '');
}
