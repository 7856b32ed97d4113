import type { Payload } from 'payload';
import { asPrinted } from '../release/as-printed.ts';
import { idOf } from '../database/id-of.ts';

const takenBack: ReadonlySet<string> = new Set(['withdrawn', 'dropped']);

/**
 * Which of these stories have a publication that is missing or does not show their newest release in its right state;
 * what must go first of all.
 * @param stories ids, as many as a database takes in one question
 */
export async function unsettledStories(payload: Payload, stories: readonly string[]): Promise<string[]> {
  if (stories.length === 0) return [];
  const read = { depth: 0, pagination: false, where: { story: { in: [...stories] } } } as const;
  const [releases, withdrawals, shown] = await Promise.all([
    payload.find({ ...read, collection: 'releases', sort: 'version', select: { story: true, version: true } }),
    payload.find({
      ...read,
      collection: 'withdrawals',
      select: { story: true, key: true, reason: true, writers: true },
    }),
    payload.find({
      ...read,
      collection: 'publications',
      select: { story: true, release: true, state: true, until: true, reason: true },
    }),
  ]);
  // Sorted by version: the last one written into the map is the newest.
  const newest = new Map(releases.docs.map((r) => [idOf(r.story) ?? '', r.id]));
  const gone = new Map((await asPrinted(payload, withdrawals.docs)).map((w) => [w.key, w.reason]));
  const touched = [...new Set([...newest.keys(), ...withdrawals.docs.map((w) => idOf(w.story) ?? '')])];
  const publications = new Map(
    shown.docs.map((p) => [
      idOf(p.story) ?? '',
      { release: idOf(p.release), state: p.state, until: p.until, reason: p.reason ?? null },
    ]),
  );
  const isGone = (story: string) => gone.has(newest.get(story) ?? publications.get(story)?.release ?? '');
  const due = touched
    .filter((story) => {
      const publication = publications.get(story);
      if (!publication) return true;
      const release = newest.get(story) ?? publication.release;
      if (publication.release !== release || takenBack.has(publication.state) !== isGone(story)) return true;
      // Somebody agreed to its words, and what came next was cut off.
      return gone.has(release ?? '') && gone.get(release ?? '') !== publication.reason;
    })
    .sort((a, b) => Number(isGone(b)) - Number(isGone(a)));
  // Made before rows held everything that is searched for and when they end: a few each time, so that no minute waits for them.
  const old = touched.filter((story) => publications.has(story) && !publications.get(story)?.until);
  return [...new Set([...due, ...old.slice(0, 50)])];
}
