import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionBeforeChangeHook } from 'payload';
import { personOf } from '../access/person-of.ts';
import { agreedCopy, dropCopy, keepCopy, keepStanding, ofTheProduct } from './agreed-copies.ts';
import { subjectOf, type SubjectSlug } from './subjects.ts';
import { wordingName, wordingOf } from './wording.ts';
import { writersDoor, together, writersOf } from './writers.ts';
import type { Held } from '../columns/stored.ts';

type Values = Record<string, unknown>;

const nameOfSent = (subject: SubjectSlug, row: Values): string | null => {
  try {
    return wordingName(wordingOf(subject, row));
  } catch {
    return null;
  }
};

/**
 * Writes down, with the words themselves, who has written at them since somebody last agreed. Words that are public again
 * have no writers: whoever wants to may begin anew.
 */
export const noteWriters: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const subject = collection.slug as SubjectSlug;
  const person = personOf(req);
  // Rows that are evidence are made by the system alone, which says whose words they hold.
  if (operation === 'create')
    return {
      ...data,
      refused: null,
      writers: writersDoor.write(person && !subjectOf(subject).fixed ? together([], person) : writersOf(data)),
    };
  const before = originalDoc as Values & { id: string; writers?: Held<'writers'> };
  const standing = writersOf(before);
  const was = wordingName(wordingOf(subject, before));
  // The fields are looked at only after this: what is no text at all is theirs to refuse.
  const will = nameOfSent(subject, { ...before, ...data });
  if (will === null) return { ...data, writers: writersDoor.write(together(standing, person)) };
  if (was === will) return { ...data, writers: writersDoor.write(standing) };
  // What the public reads now must be kept before the row says something else.
  if (person && standing.length === 0) await keepStanding(req, subject, before);
  const agreed = (await agreedCopy(req.payload, subject, before.id))?.version ?? (standing.length === 0 ? was : null);
  return {
    ...data,
    writers: writersDoor.write(will === agreed ? [] : together(agreed === was ? [] : standing, person)),
  };
};

/** What the product itself changes in words that are public is public at once; what somebody has proposed waits on. */
export const keepOwnWords: CollectionAfterChangeHook = async ({ collection, doc, operation, previousDoc, req }) => {
  const subject = collection.slug as SubjectSlug;
  if (operation !== 'update' || personOf(req)) return;
  const { id } = doc as { id: string };
  const copy = await agreedCopy(req.payload, subject, id);
  const words = wordingOf(subject, doc as Values);
  if (
    copy &&
    copy.version === wordingName(wordingOf(subject, previousDoc as Values)) &&
    copy.version !== wordingName(words)
  )
    await keepCopy(req, subject, id, words, ofTheProduct);
};

export const dropWords: CollectionAfterDeleteHook = ({ collection, id, req }) =>
  dropCopy(req, collection.slug as SubjectSlug, String(id));
