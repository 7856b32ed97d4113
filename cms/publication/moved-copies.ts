import type { Clock } from '../../campaigns/ports/clock.ts';
import type { Source, SourceRow } from '../store/follow/source.ts';
import { storiesOf } from './decision-sources.ts';

const chunk = 300;

/**
 * Whatever is done about a copy, by the machine or a person, is an attempt: stories of copies that are being taken back or
 * corrected, or have been, and of which there is a new one.
 * @param clock by which attempts are stamped
 */
export const movedCopies = (clock: Clock): Source => ({
  collection: 'attempts', stamp: 'startedAt', clock, select: { deliveryId: true },
  async items(rows, payload) {
    const copies = [...new Set(rows.map(({ deliveryId }) => String(deliveryId)))];
    const releases: string[] = [];
    for (let i = 0; i < copies.length; i += chunk) {
      const { docs } = await payload.db.find<SourceRow>({
        collection: 'deliveries', where: { and: [{ id: { in: copies.slice(i, i + chunk) } }, { recall: { exists: true } }] }, select: { releaseId: true }, limit: 0, pagination: false,
      });
      releases.push(...docs.map(({ releaseId }) => String(releaseId)));
    }
    const ids = [...new Set(releases)];
    const stories: (string | null)[] = [];
    for (let i = 0; i < ids.length; i += chunk) stories.push(...(await storiesOf(payload, 'releases', ids.slice(i, i + chunk))));
    return stories;
  },
});
