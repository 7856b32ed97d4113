import type { Payload } from 'payload';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { isAhead } from '../release/showing.ts';

/** Said when a story comes while somebody decides that it shall come otherwise. */
export const justCame = '这篇稿件这一刻刚好上线：请刷新页面，看过再决定。';

/**
 * Before a story that waits gets another version: from now on nobody knows when it comes, until that version says so
 * (`publishStory`, which `turnShowings` calls each minute for such rows). Otherwise the former version would come at its
 * former minute while the checks hold the new one back, or after a crash in between.
 * @returns false when its minute has come; then nothing is changed
 */
export async function putOff(payload: Payload, storyId: string, clock: Clock): Promise<boolean> {
  const { docs } = await payload.find({
    collection: 'publications',
    where: { story: { equals: storyId } },
    limit: 1,
    depth: 0,
    pagination: false,
    select: { state: true, showFrom: true },
  });
  const row = docs[0];
  if (!row || row.state === 'dropped') return true;
  if (row.state !== 'waiting' || !isAhead(row.showFrom, clock.now())) return false;
  await payload.db.updateOne({
    collection: 'publications',
    where: { and: [{ id: { equals: row.id } }, { state: { equals: 'waiting' } }] },
    data: { showFrom: null },
    returning: false,
  });
  return true;
}
