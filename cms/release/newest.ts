import type { Payload } from 'payload';
import type { Release } from '../payload-types.ts';

/** A story's latest release, or null when it was never signed. */
export async function newestRelease(payload: Payload, storyId: string): Promise<Release | null> {
  const { docs } = await payload.find({ collection: 'releases', where: { story: { equals: storyId } }, sort: '-version', limit: 1, depth: 0, pagination: false });
  return docs[0] ?? null;
}

/** True once somebody has decided to take this release back. */
export async function isWithdrawn(payload: Payload, releaseId: string): Promise<boolean> {
  return (await payload.count({ collection: 'withdrawals', where: { key: { equals: releaseId } } })).totalDocs > 0;
}
