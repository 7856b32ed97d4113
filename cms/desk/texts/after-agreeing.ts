import type { Payload } from 'payload';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import { idOf } from '../../database/id-of.ts';
import { publishStory } from '../../publication/publish.ts';
import { settleRecallsOf } from '../../publication/settle-recalls.ts';
import type { SubjectSlug } from '../../texts/subjects.ts';

/** What must be brought up to date when words have become public, beside their copy. */
export async function afterAgreeing(
  payload: Payload,
  clock: Clock,
  subject: SubjectSlug,
  row: Record<string, unknown>,
): Promise<void> {
  // Its words stand in the publication, where readers and the change feed find them.
  if (subject === 'withdrawals') await publishStory(payload, idOf(row.story as string) ?? '', clock);
  // The page tells of it and every copy learns of it; what is cut off here the next minute does.
  if (subject === 'corrections') await settleRecallsOf(payload, clock, [idOf(row.story as string) ?? '']);
}
