import type { Payload, PayloadRequest, Where } from 'payload';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { insertOnce } from '../database/insert-once.ts';
import type { SubjectSlug } from './subjects.ts';
import { tagsOfWording } from './tags-of-wording.ts';
import { wordingName, wordingOf, type Wording } from './wording.ts';
import type { Writer } from './writers.ts';
import type { Held } from '../columns/stored.ts';
import { pagesDoor, wordingDoor } from './words-doors.ts';

/** The words of one row that the public reads. */
export interface AgreedCopy {
  /** Id of the row. */
  row: string;
  words: Wording;
  /** The wording's name. */
  version: string;
  /** Since when the public reads it (ISO 8601). */
  since: string;
  /** Why the checks were held to be wrong; null: they found nothing. */
  reason: string | null;
}

/** How words came to be public. */
export interface Agreement {
  writers: readonly Writer[];
  /** Who agreed; null: the product itself. */
  by: Writer | null;
  note: string;
  /** Why the checks are wrong that see somebody blamed by name; absent: they saw nobody. */
  reason?: string | null;
  /** Since when the public reads them (ISO 8601); absent: from now on. */
  since?: string;
}

const asItStood: Agreement = { writers: [], by: null, note: '改动以前网站上的文字，照旧沿用' };
export const ofTheProduct: Agreement = { writers: [], by: null, note: '随产品' };

const keyOf = (subject: SubjectSlug, row: string) => `${subject}/${row}`;

interface Stored {
  row: string;
  words: Held<'words'>;
  agreedAt: string;
  reason?: string | null;
}

const copyOf = ({ agreedAt, reason, row, words }: Stored): AgreedCopy => {
  const said = wordingDoor.need(words);
  return { row, words: said, version: wordingName(said), since: agreedAt, reason: reason ?? null };
};

/** The copies of these rows, by row, as the database holds them. */
export async function storedCopies(
  payload: Payload,
  subject: SubjectSlug,
  rows: readonly string[],
): Promise<Map<string, () => AgreedCopy>> {
  // A long list of keys costs more than all rows of one kind.
  const where: Where =
    rows.length < 100 ? { key: { in: rows.map((row) => keyOf(subject, row)) } } : { subject: { equals: subject } };
  const { docs } = await payload.db.find<Stored>({ collection: 'public-texts', where, pagination: false, limit: 0 });
  return new Map(docs.map((stored) => [stored.row, () => copyOf(stored)]));
}

/** The words of one row that the public reads; null while nobody but the product has ever said anything about them. */
export async function agreedCopy(payload: Payload, subject: SubjectSlug, row: string): Promise<AgreedCopy | null> {
  return (await storedCopies(payload, subject, [row])).get(row)?.() ?? null;
}

/** Makes these words of a row public. The row itself is not touched: what it says by now may be something else again. */
export async function keepCopy(
  req: PayloadRequest,
  subject: SubjectSlug,
  id: string,
  words: Wording,
  { by, note, reason = null, since, writers }: Agreement,
): Promise<void> {
  const { payload } = req;
  const key = keyOf(subject, id);
  const data = {
    key,
    subject,
    row: id,
    words: wordingDoor.write(words),
    version: wordingName(words),
    pages: pagesDoor.write(await tagsOfWording(payload, subject, id, words)),
    note,
    reason,
    proposedBy: writers.map(({ name }) => name).join('、') || null,
    agreedBy: by?.name ?? null,
    agreedById: by?.id ?? null,
    agreedAt: since ?? systemClock.now().toISOString(),
  };
  const made = await insertOnce(['key'], () => payload.create({ collection: 'public-texts', data, depth: 0, req }));
  if (!made) await payload.update({ collection: 'public-texts', where: { key: { equals: key } }, data, depth: 0, req });
}

/** The row as it stands becomes what the public reads, unless something is kept for it already. */
export async function keepStanding(
  req: PayloadRequest,
  subject: SubjectSlug,
  row: { id: string; updatedAt?: string },
): Promise<void> {
  if (await agreedCopy(req.payload, subject, row.id)) return;
  // They have not become public just now: calendars that people subscribe to say when an entry last changed.
  await keepCopy(req, subject, row.id, wordingOf(subject, row), {
    ...asItStood,
    ...(row.updatedAt ? { since: new Date(row.updatedAt).toISOString() } : {}),
  });
}

/** A row is gone, and with it what the public read of it. */
export async function dropCopy(req: PayloadRequest, subject: SubjectSlug, row: string): Promise<void> {
  await req.payload.delete({
    collection: 'public-texts',
    where: { key: { equals: keyOf(subject, row) } },
    depth: 0,
    req,
  });
}
