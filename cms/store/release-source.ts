import type { Payload } from 'payload';
import { systemClock, type Clock } from '../../campaigns/ports/clock.ts';
import type { Release } from '../../campaigns/ports/release.ts';
import { createStanding } from './standing.ts';
import { idOf } from '../database/id-of.ts';
import { reviewNote } from '../release/review-note.ts';
import { snapshotOf, zoned } from '../release/publication-row.ts';
import { correctedState } from '../release/corrected-state.ts';
import { renditionOf } from '../release/rendition/rendition.ts';
import { cardDoor } from '../release/card-door.ts';

/** Where the outbox reads what was approved, whole: facts, body, and every correction known by now. */
export function createReleaseSource(
  payload: Payload,
  clock: Clock = systemClock,
): { get(id: string): Promise<Release>; isLive(id: string): Promise<boolean> } {
  const standing = createStanding(payload, clock);
  // By story: a release that a newer one has replaced may still have copies out there, to be looked after or taken back.
  const publicationOf = async (story: string) => {
    const { docs } = await payload.find({
      collection: 'publications',
      where: { story: { equals: story } },
      limit: 1,
      depth: 0,
      pagination: false,
      select: { serial: true, card: true },
    });
    return docs[0] ?? null;
  };
  return {
    /** @throws Error when the release or its publication is not there (yet): the outbox tries again. */
    async get(id) {
      const row = await payload.findByID({ collection: 'releases', id, depth: 0 });
      const storyId = idOf(row.story) ?? '';
      const publication = await publicationOf(storyId);
      if (!publication || cardDoor.need(publication.card).version < row.version)
        throw new Error(`签发稿《${row.title}》第 ${row.version} 版还没有上线，暂时不能推送。`);
      const whole = snapshotOf(row);
      const { column, ...snapshot } = whole;
      const { corrections, correcting } = await correctedState(payload, row);
      return {
        ...snapshot,
        ...renditionOf(whole, corrections, correcting),
        corrections,
        ...(correcting > 0 ? { correcting } : {}),
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
    /** False before its minute has come, and once it was withdrawn, its period is over, or a newer release has taken its place. */
    isLive: async (id) => {
      const { docs } = await payload.find({
        collection: 'publications',
        where: { release: { equals: id }, state: { in: ['live', 'waiting'] } },
        limit: 1,
        depth: 0,
        pagination: false,
        select: { state: true, release: true, showFrom: true, until: true, card: true },
      });
      return docs.some((row) => standing.of(row).state === 'live');
    },
  };
}
