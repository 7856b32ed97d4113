import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import { systemClock, type Clock } from '../../campaigns/ports/clock.ts';
import { holdRelease } from './hold/hold-release.ts';
import type { Publication, Withdrawal } from '../payload-types.ts';
import { isHeld, letGoAt } from './hold/held.ts';
import { settleStory } from './settle-story.ts';
import { asPrinted } from '../release/as-printed.ts';
import { idOf } from '../database/id-of.ts';
import { newestRelease } from '../release/newest.ts';
import { packageOf } from '../release/package-of.ts';
import { registerOf } from '../register/register-of.ts';
import { serialFor } from '../register/serials.ts';
import { publicationRow } from '../release/publication-row.ts';
import { firstShownAt, isAhead } from '../release/showing.ts';
import { correctedState } from '../release/corrected-state.ts';
import { recordCorrectionsOf } from '../release/record-correction.ts';
import { insertOnce } from '../database/insert-once.ts';
import { follow, wholeRound } from '../store/follow/follow.ts';
import { agreedTo, signed, withdrawn } from './decision-sources.ts';
import { unsettledStories } from './unsettled.ts';
import { append } from '../../campaigns/lists/append.ts';

/**
 * Makes the read model agree with the newest release of every story, whatever has happened: reads them all. The minute
 * calls `publishMoved`; this is for installing, and for whoever wants to be sure now.
 * @returns serials of the publications that changed.
 */
export async function publishDue(payload: Payload): Promise<number[]> {
  const changed: number[] = [];
  const settle = async (stories: readonly string[]) =>
    void append(changed, (await settleStories(payload, stories)).changed);
  for (const source of publishSources) await wholeRound(payload, source, settle);
  return changed;
}

/**
 * The same for stories of which something may have moved, and a few others (`cms/store/follow`): what a minute costs does
 * not grow with the stories there are. A crash anywhere heals at the next call.
 */
export const publishMoved = (payload: Payload, clock: Clock): Promise<void> =>
  follow(payload, {
    name: 'publish',
    sources: publishSources,
    settle: async (stories) => (await settleStories(payload, stories, clock)).tried,
  });

/** What tells of itself in none of these ways (a row that somebody edited in the database) is found by the rounds. */
const publishSources = [withdrawn, agreedTo('withdrawals'), signed];

/** What was tried is looked at once more at the next minute: it may be held, or wait for the rest of its batch. */
async function settleStories(
  payload: Payload,
  stories: readonly string[],
  clock: Clock = systemClock,
): Promise<{ tried: string[]; changed: number[] }> {
  const tried = await unsettledStories(payload, stories);
  const changed = await each(
    tried,
    (storyId) => [`story ${storyId}`, `稿件 ${storyId}`],
    (storyId) => publishStory(payload, storyId, clock),
  );
  return { tried, changed: changed.filter((serial) => serial !== null) };
}

/** The same for one story. @returns its serial, or null when it was never signed. */
export async function publishStory(
  payload: Payload,
  storyId: string,
  clock: Clock = systemClock,
): Promise<number | null> {
  const newest = await newestRelease(payload, storyId);
  if (!newest) return null;
  const existing = await publicationOf(payload, storyId);
  const [withdrawal = null] = await asPrinted(payload, await withdrawalsOf(payload, newest.id));
  await settleStory(payload, storyId, newest, withdrawal);
  // A role model's first release waits for the rest of its batch.
  if (!existing && (await isHeld(payload, storyId))) return null;
  const now = clock.now();
  const unseen = isUnseen(existing, withdrawal, now);
  // What is new to the public is looked at once more; what is live stays until the new version may follow it.
  const isNew = withdrawal === null && idOf(existing?.release) !== newest.id;
  if (isNew && (await holdRelease(payload, newest, clock))) return existing?.serial ?? null;
  // Before the publication agrees, or a crash in between would forget them. What nobody has read needs no putting right.
  if (!(existing && unseen)) await recordCorrectionsOf(payload, newest);
  const corrected = await correctedState(payload, newest);
  const row = publicationRow(newest, {
    firstShownAt: existing && !unseen ? existing.firstPublishedAt : await firstSeen(payload, storyId),
    unseen,
    now,
    withdrawal,
    package: await packageOf(payload, newest, corrected),
    ...corrected,
  });
  if (existing) return update(payload, existing, row);
  return insert(payload, storyId, row);
}

type Row = ReturnType<typeof publicationRow>;

const sameInstant = (a: string | null | undefined, b: string | null): boolean =>
  (a ? Date.parse(a) : null) === (b ? Date.parse(b) : null);

/** Has nobody outside seen anything of it, neither by now nor by when it was taken back? */
function isUnseen(existing: Publication | null, withdrawal: Withdrawal | null, now: Date): boolean {
  if (!existing || existing.state === 'dropped') return true;
  if (existing.state !== 'waiting') return false;
  const decided = withdrawal ? new Date(withdrawal.decidedAt) : now;
  return isAhead(existing.showFrom, decided < now ? decided : now);
}

async function update(payload: Payload, existing: Publication, row: Row): Promise<number> {
  const agrees =
    idOf(existing.release) === row.release &&
    existing.state === row.state &&
    existing.until === row.until &&
    sameInstant(existing.showFrom, row.showFrom) &&
    (existing.reason ?? null) === row.reason;
  if (!agrees) await payload.update({ collection: 'publications', id: existing.id, data: row, depth: 0 });
  return existing.serial;
}

/** Serials count from 1 without being used twice, also after a restore: who inserts a number owns it. */
async function insert(payload: Payload, storyId: string, row: Row): Promise<number> {
  const register = registerOf(payload);
  for (let tries = 0; ; tries += 1) {
    const { docs } = await payload.find({
      collection: 'publications',
      sort: '-serial',
      limit: 1,
      depth: 0,
      pagination: false,
      select: { serial: true },
    });
    const { next, own } = serialFor(register, storyId, docs[0]?.serial ?? 0);
    // Its own number may have been given again by a version that kept no register.
    const serial = tries === 0 ? (own ?? next) : next;
    // SQLite names the relation by its column.
    const made = await insertOnce(['serial', 'story', 'story_id'], () =>
      payload.create({ collection: 'publications', data: { ...row, story: storyId, serial }, depth: 0 }),
    );
    if (made) {
      // Only now it is known whose it is; what a crash leaves out the minute enters (`feed-register.ts`).
      register.add({ kind: 'serial', key: String(serial), at: row.publishedAt, facts: { story: storyId } });
      return serial;
    }
    const other = await publicationOf(payload, storyId);
    if (other) return update(payload, other, row);
    // Its row is there and cannot be read: another number would not help.
    if ((await payload.count({ collection: 'publications', where: { story: { equals: storyId } } })).totalDocs > 0)
      throw new Error(
        '这篇稿件的公开记录坏了，读不出来：网页已经不显示它，请运行 chengxin doctor，并用最近一份好的备份核对。',
      );
  }
}

async function publicationOf(payload: Payload, storyId: string): Promise<Publication | null> {
  const { docs } = await payload.find({
    collection: 'publications',
    where: { story: { equals: storyId } },
    limit: 1,
    depth: 0,
    pagination: false,
  });
  return docs[0] ?? null;
}

/** When a story that nobody has seen yet comes: not before the rest of its batch either. */
async function firstSeen(payload: Payload, storyId: string): Promise<string> {
  const [times, letGo] = await Promise.all([releaseTimes(payload, storyId), letGoAt(payload, storyId)]);
  const shown = firstShownAt(times);
  return letGo && Date.parse(letGo) > Date.parse(shown) ? letGo : shown;
}

/** When each version was signed, from when on it was to be seen, and when it was taken back. */
async function releaseTimes(payload: Payload, storyId: string): Promise<Parameters<typeof firstShownAt>[0]> {
  const all = { where: { story: { equals: storyId } }, depth: 0, pagination: false } as const;
  const [releases, withdrawals] = await Promise.all([
    payload.find({ ...all, collection: 'releases', sort: 'version', select: { signedAt: true, showFrom: true } }),
    payload.find({ ...all, collection: 'withdrawals', select: { key: true, decidedAt: true } }),
  ]);
  const takenBack = new Map(withdrawals.docs.map(({ decidedAt, key }) => [key, decidedAt]));
  return releases.docs.map((row) => ({ ...row, takenBackAt: takenBack.get(row.id) }));
}

async function withdrawalsOf(payload: Payload, releaseId: string): Promise<Withdrawal[]> {
  return (
    await payload.find({
      collection: 'withdrawals',
      where: { key: { equals: releaseId } },
      limit: 1,
      depth: 0,
      pagination: false,
    })
  ).docs;
}
