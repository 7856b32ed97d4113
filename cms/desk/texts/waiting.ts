import type { Payload, Where } from 'payload';
import { civilDay } from '../../../campaigns/calendar/civil-day.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { each, readable } from '../../../campaigns/bulkhead/each.ts';
import type { Config } from '../../payload-types.ts';
import { idOf } from '../../database/id-of.ts';
import { storedCopies } from '../../texts/agreed-copies.ts';
import { forThePublic } from '../../texts/for-the-public.ts';
import { nobodyToConfirm } from '../../texts/nobody-to-confirm.ts';
import { openWordsOf, type OpenWords } from '../../texts/open-words.ts';
import { problemsOf } from './problems-of.ts';
import { refusalOf, type Refusal } from '../../texts/refusal.ts';
import { subjectOf, subjects, subjectSlugs, type SubjectSlug } from '../../texts/subjects.ts';
import type { Writer } from '../../texts/writers.ts';
import type { Held } from '../../columns/stored.ts';

/** Words that wait for a second person. */
export interface WaitingText {
  subject: SubjectSlug;
  id: string;
  title: string;
  writers: Writer[];
  /** When it was entered or last changed. */
  since: Date;
  /** The checks see somebody blamed by name in it: the secrecy reviewer's to look at. */
  blamed: boolean;
  /** Somebody has looked at these very words and does not agree; null: nobody has. */
  refusal: Refusal | null;
}

interface Row {
  id: string;
  updatedAt: string;
  writers?: Held<'writers'>;
  refused?: Held<'refused'>;
  /** Of a correction: when it was entered. */
  at?: string | null;
  campaign?: string | { id: string } | null;
}

/** Everything that waits for a second person, oldest first, with what somebody did not agree to and nobody has changed since; one broken row hides no other. */
export async function openTexts(payload: Payload, now: Date = systemClock.now()): Promise<WaitingText[]> {
  const [campaigns, posts] = [await rowsOf(payload, 'campaigns', now), await rowsOf(payload, 'posts', now)];
  const year = Number(civilDay(now).slice(0, 4));
  const drafts = campaigns.filter((row) => row.state === 'draft' && !row.rehearsal && row.year >= year);
  const stuck = await nobodyToConfirm(payload, drafts, posts);
  const found = await Promise.all(
    subjectSlugs.map(async (subject) => {
      const rows: readonly Row[] =
        subject === 'campaigns' ? campaigns : subject === 'posts' ? posts : await rowsOf(payload, subject, now);
      const shown = await forThePublic(payload, subject, rows);
      return openOf(payload, subject, [
        ...shown,
        ...rows.filter((row) => stuck.has(subject === 'posts' ? (idOf(row.campaign) ?? '') : row.id)),
      ]);
    }),
  );
  return found.flat().sort((a, b) => a.since.getTime() - b.since.getTime());
}

/** Posts grow by hundreds a year; what nobody has touched in this time is of a campaign long over. */
const postDays = 400;

/** The rows of a kind, as lightly as they can be had: this is asked whenever somebody opens a page of the desk. */
async function rowsOf<C extends SubjectSlug>(
  payload: Payload,
  subject: C,
  now: Date,
): Promise<Config['collections'][C][]> {
  const where: Where =
    subject === 'posts'
      ? { updatedAt: { greater_than: new Date(now.getTime() - postDays * 86_400_000).toISOString() } }
      : {};
  const { beside = [], fields: words } = subjectOf(subject);
  const fields = [...words, ...beside, 'writers', 'refused', 'updatedAt'];
  const { docs } = await payload.db.find<Config['collections'][C]>({
    collection: subject,
    where,
    select: Object.fromEntries(fields.map((name) => [name, true])),
    pagination: false,
    limit: 0,
  });
  return docs;
}

async function openOf(payload: Payload, subject: SubjectSlug, rows: readonly Row[]): Promise<WaitingText[]> {
  if (rows.length === 0) return [];
  const copies = await storedCopies(
    payload,
    subject,
    rows.map(({ id }) => id),
  );
  const named = ({ id }: Row) => [`${subject} ${id}`, `${subjects[subject].noun}（${id}）`] as const;
  const open = readable(rows, named, (row) => openWordsOf(subject, row, copies.get(row.id)?.() ?? null) ?? [])
    .flat()
    .filter(({ writers }) => writers.length > 0);
  return each(
    open,
    ({ row }) => named(row),
    async ({ row, words, writers }: OpenWords<Row>): Promise<WaitingText> => {
      const title = words[subjects[subject].title];
      const { doubts } = await problemsOf(payload, subject, { ...row }, words);
      return {
        subject,
        id: row.id,
        title: typeof title === 'string' ? title : '',
        writers,
        since: new Date(subject === 'corrections' && row.at ? row.at : row.updatedAt),
        blamed: doubts.length > 0,
        refusal: refusalOf(subject, row),
      };
    },
  );
}
