import type { Payload } from 'payload';
import { dailyId } from '../../campaigns/planner/daily.ts';
import type { Release } from '../../campaigns/ports/release.ts';
import { confirmedDoor, type OwnWords } from './doors.ts';

/** A release as one channel gets it: what was written for that channel stands where the summary stood. */
export function withWords(release: Release, words: readonly OwnWords[], channel: string): Release {
  const own = words.find((one) => one.channel === channel);
  return own ? { ...release, summary: own.text } : release;
}

/**
 * Releases as the outbox gets them: those of a post without a campaign in the words that a second person has confirmed
 * for that channel, whatever the row says by now.
 * @throws what the source or a broken row throws: then nothing is sent
 */
export const inOwnWords =
  (payload: Payload, releases: (id: string) => Promise<Release>) =>
  async (id: string, { campaignId, channel, postId }: { campaignId: string; channel: string; postId: string }) => {
    const release = await releases(id);
    if (campaignId !== dailyId) return release;
    const { docs } = await payload.find({
      collection: 'daily-posts',
      where: { id: { equals: postId } },
      depth: 0,
      limit: 1,
      pagination: false,
      select: { confirmed: true },
    });
    const confirmed = confirmedDoor.need(docs[0]?.confirmed);
    return confirmed ? withWords(release, confirmed.words, channel) : release;
  };
