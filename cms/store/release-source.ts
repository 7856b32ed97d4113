import type { Payload } from 'payload';
import type { Release } from '../../campaigns/ports/release.ts';
import { isTakenBack } from '../register/taken-back.ts';
import { idOf } from '../release/id-of.ts';
import { reviewNote } from '../release/review-note.ts';
import { snapshotOf, zoned, type PublicationCard } from '../release/publication-row.ts';

/** Where the outbox reads what was approved. Releases never change, so nothing is cached wrongly. */
export function createReleaseSource(payload: Payload): { get(id: string): Promise<Release>; isLive(id: string): Promise<boolean> } {
  // By story: a release that a newer one has replaced may still have copies out there, to be looked after or taken back.
  const publicationOf = async (story: string) => {
    const { docs } = await payload.find({ collection: 'publications', where: { story: { equals: story } }, limit: 1, depth: 0, pagination: false, select: { serial: true, card: true } });
    return docs[0] ?? null;
  };
  return {
    /** @throws Error when the release or its publication is not there (yet): the outbox tries again. */
    async get(id) {
      const row = await payload.findByID({ collection: 'releases', id, depth: 0 });
      const storyId = idOf(row.story) ?? '';
      const publication = await publicationOf(storyId);
      if (!publication || (publication.card as unknown as PublicationCard).version < row.version) throw new Error(`签发稿《${row.title}》第 ${row.version} 版还没有上线，暂时不能推送。`);
      const { column, ...snapshot } = snapshotOf(row);
      return {
        ...snapshot,
        id: row.id,
        storyId,
        serial: publication.serial,
        version: row.version,
        hash: row.hash,
        column: column?.slug ?? '',
        signedBy: row.signedBy,
        signedAt: zoned(row.signedAt),
        reviewNote: reviewNote(row),
      };
    },
    /** False once it was withdrawn or a newer release has taken its place. */
    isLive: async (id) => {
      if (isTakenBack(payload, id)) return false;
      const { totalDocs } = await payload.count({ collection: 'publications', where: { release: { equals: id }, state: { equals: 'live' } } });
      return totalDocs > 0;
    },
  };
}
