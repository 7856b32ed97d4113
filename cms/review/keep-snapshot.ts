import type { Payload } from 'payload';
import type { Story } from '../payload-types.ts';
import { buildSnapshot } from '../release/build-snapshot.ts';
import type { Snapshot } from '../story/snapshot.ts';
import { insertOnce } from '../database/insert-once.ts';
import { reviewedSnapshotDoor } from '../story/snapshot-doors.ts';

const keyOf = (storyId: string, contentHash: string) => `${storyId}:${contentHash}`;

/** Keeps what somebody judged, so that after an edit the difference can be told. The same content is kept once. */
export async function keepSnapshot(payload: Payload, story: Story, contentHash: string): Promise<void> {
  const key = keyOf(story.id, contentHash);
  if ((await payload.count({ collection: 'review-snapshots', where: { key: { equals: key } } })).totalDocs > 0) return;
  const snapshot = await buildSnapshot(payload, story);
  await insertOnce(['key'], () =>
    payload.create({
      collection: 'review-snapshots',
      data: { key, story: story.id, snapshot: reviewedSnapshotDoor.write(snapshot) },
      depth: 0,
    }),
  );
}

/** The content with that fingerprint as it was judged; null when it was before such copies were kept. */
export async function keptSnapshot(payload: Payload, storyId: string, contentHash: string): Promise<Snapshot | null> {
  const { docs } = await payload.find({
    collection: 'review-snapshots',
    where: { key: { equals: keyOf(storyId, contentHash) } },
    limit: 1,
    depth: 0,
    pagination: false,
  });
  return docs[0] ? reviewedSnapshotDoor.read(docs[0].snapshot).value : null;
}
