import { askInChunks } from '../../campaigns/lists/in-chunks.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { Source, SourceRow } from '../store/follow/source.ts';
import { storiesOf } from './decision-sources.ts';

/**
 * Whatever is done about a copy, by the machine or a person, is an attempt: stories of copies that are being taken back or
 * corrected, or have been, and of which there is a new one.
 * @param clock by which attempts are stamped
 */
export const movedCopies = (clock: Clock): Source => ({
  collection: 'attempts',
  stamp: 'startedAt',
  clock,
  select: { deliveryId: true },
  async items(rows, payload) {
    const copies = [...new Set(rows.map(({ deliveryId }) => String(deliveryId)))];
    const releases = await askInChunks(copies, async (some) => {
      const { docs } = await payload.db.find<SourceRow>({
        collection: 'deliveries',
        where: { and: [{ id: { in: some } }, { recall: { exists: true } }] },
        select: { releaseId: true },
        limit: 0,
        pagination: false,
      });
      return docs.map(({ releaseId }) => String(releaseId));
    });
    return askInChunks([...new Set(releases)], (some) => storiesOf(payload, 'releases', some));
  },
});
