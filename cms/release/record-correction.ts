import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import type { Release } from '../payload-types.ts';
import { registerOf } from '../register/register-of.ts';
import { settleCopy } from '../texts/settle-copy.ts';
import type { Writer } from '../texts/writers.ts';
import { samePassage } from './corrected-state.ts';
import { idOf } from '../database/id-of.ts';
import { snapshotOf } from './publication-row.ts';
import { insertOnce } from '../database/insert-once.ts';
import { writersDoor } from '../texts/writers.ts';

export interface CorrectionDecision {
  wrong: string;
  right: string;
  /** Why, for the public; may be empty. */
  note: string;
  by: string;
  /** Whose words they are alone: they wait for a second person. Null: more than one stands for them already. */
  writer: Writer | null;
  at: Date;
}

/**
 * Notes that one passage of a release that went out was wrong. The same passage twice is one correction; what one person
 * has entered and a release then says as well has been agreed to with that release.
 */
export async function recordCorrection(
  payload: Payload,
  release: Pick<Release, 'id' | 'story'>,
  decision: CorrectionDecision,
): Promise<void> {
  const { at, by, note, right, writer, wrong } = decision;
  const key = `${release.id}:${createHash('sha256')
    .update(JSON.stringify([wrong, right]))
    .digest('hex')
    .slice(0, 16)}`;
  // Entered before it is done, as everything is that a restored backup could undo.
  registerOf(payload).add({
    kind: 'correction',
    key,
    at: at.toISOString(),
    facts: { story: idOf(release.story) ?? '', release: release.id },
  });
  const made = await insertOnce(['key'], () =>
    payload.create({
      collection: 'corrections',
      data: {
        key,
        story: idOf(release.story) ?? '',
        release: release.id,
        wrong,
        right,
        note: note || null,
        writers: writersDoor.write(writer ? [writer] : []),
        by,
        at: at.toISOString(),
      },
      depth: 0,
    }),
  );
  if (made) return;
  const {
    docs: [known],
  } = await payload.find({
    collection: 'corrections',
    where: { key: { equals: key } },
    limit: 1,
    depth: 0,
    pagination: false,
  });
  // It was not to be made, and now it is: it waits anew.
  if (known?.refused && writer)
    await payload.db.updateOne({
      collection: 'corrections',
      id: known.id,
      data: { refused: null, note: note || null, writers: writersDoor.write([writer]), by, at: at.toISOString() },
      returning: false,
    });
  if (known && !writer) {
    const words = await settleCopy(payload, 'corrections', { ...known, note: note || null }, at);
    // One person's own explanation, which nobody has signed, would wait for ever.
    if (words && (words.note ?? null) !== (known.note || null))
      await payload.db.updateOne({
        collection: 'corrections',
        id: known.id,
        data: { note: note || null },
        returning: false,
      });
  }
}

/**
 * What a newly signed release corrects in the one before it becomes a correction of its own, so that the copies of the
 * earlier versions are put right. Called before the release goes live, as often as that takes.
 */
export async function recordCorrectionsOf(payload: Payload, newest: Release): Promise<void> {
  const { corrections } = snapshotOf(newest);
  if (corrections.length === 0 || newest.version < 2) return;
  const { docs } = await payload.find({
    collection: 'releases',
    where: { and: [{ story: { equals: idOf(newest.story) } }, { version: { less_than: newest.version } }] },
    sort: '-version',
    limit: 1,
    depth: 0,
    pagination: false,
  });
  const before = docs[0];
  if (!before) return;
  const known = snapshotOf(before).corrections;
  for (const entry of corrections.filter((c) => !known.some((k) => samePassage(k, c)))) {
    const { note, now, was } = entry;
    await recordCorrection(payload, before, {
      wrong: was,
      right: now,
      note,
      by: newest.signedBy,
      writer: null,
      at: new Date(newest.signedAt),
    });
  }
}
