import type { Payload } from 'payload';
import { readable } from '../../campaigns/bulkhead/each.ts';
import { storedCopies } from './agreed-copies.ts';
import { subjects, subjectSlugs, type SubjectSlug } from './subjects.ts';
import { wordingName, wordingOf } from './wording.ts';
import { writersOf, type Writer } from './writers.ts';

/** Words that wait for a second person. */
export interface WaitingText {
  subject: SubjectSlug;
  id: string;
  title: string;
  writers: Writer[];
  since: Date;
}

interface Row {
  id: string;
  updatedAt: string;
  writers?: unknown;
}

/** Withdrawals are the only kind that grows: of them the newest. */
const most = 200;

/** Everything that waits for a second person, oldest first; one broken row hides no other. */
export async function waitingTexts(payload: Payload): Promise<WaitingText[]> {
  const found = await Promise.all(subjectSlugs.map(async (subject) => {
    const { docs } = await payload.find({ collection: subject, depth: 0, limit: most, sort: '-updatedAt', pagination: false });
    const rows = docs as unknown as Row[];
    const copies = rows.length > 0 ? await storedCopies(payload, subject, rows.map(({ id }) => id)) : new Map();
    return readable(rows, ({ id }) => [`${subject} ${id}`, `${subjects[subject].noun}（${id}）`], (row): WaitingText[] => {
      const writers = writersOf(row);
      const copy = copies.get(row.id)?.();
      const waits = writers.length > 0 && copy?.version !== wordingName(wordingOf(subject, row as never));
      const title = (row as unknown as Record<string, unknown>)[subjects[subject].title];
      return waits ? [{ subject, id: row.id, title: typeof title === 'string' ? title : '', writers, since: new Date(row.updatedAt) }] : [];
    }).flat();
  }));
  return found.flat().sort((a, b) => a.since.getTime() - b.since.getTime());
}
