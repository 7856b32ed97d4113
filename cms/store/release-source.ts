import type { Payload } from 'payload';
import type { Release } from '../../campaigns/ports/release.ts';
import { snapshotOf, zoned } from '../release/publication-row.ts';

/** Where the outbox reads what was approved. Releases never change, so nothing is cached wrongly. */
export function createReleaseSource(payload: Payload): { get(id: string): Promise<Release>; isLive(id: string): Promise<boolean> } {
  const publicationOf = async (releaseId: string, live: boolean) => {
    const { docs } = await payload.find({
      collection: 'publications',
      where: live ? { release: { equals: releaseId }, state: { equals: 'live' } } : { release: { equals: releaseId } },
      limit: 1, depth: 0, pagination: false, select: { serial: true },
    });
    return docs[0] ?? null;
  };
  return {
    /** @throws Error when the release or its publication is not there (yet): the outbox tries again. */
    async get(id) {
      const [row, publication] = await Promise.all([
        payload.findByID({ collection: 'releases', id, depth: 0 }),
        publicationOf(id, false),
      ]);
      if (!publication) throw new Error(`签发稿《${row.title}》第 ${row.version} 版还没有上线，暂时不能推送。`);
      const { column, ...snapshot } = snapshotOf(row);
      return {
        ...snapshot,
        id: row.id,
        storyId: typeof row.story === 'string' ? row.story : row.story.id,
        serial: publication.serial,
        version: row.version,
        hash: row.hash,
        column: column?.slug ?? '',
        signedBy: row.signedBy,
        signedAt: zoned(row.signedAt),
      };
    },
    /** False once it was withdrawn or a newer release has taken its place. */
    isLive: async (id) => (await publicationOf(id, true)) !== null,
  };
}
