import type { CollectionSlug, Payload } from 'payload';
import { idOf } from '../database/id-of.ts';
import type { Source, SourceRow } from '../store/follow/source.ts';
import type { SubjectSlug } from '../texts/subjects.ts';

// By what the minute learns which stories it must look at; items are ids of stories. Withdrawals come first: the law counts in hours.

const storyOf = ({ story }: SourceRow): string | null => idOf(story as string | { id: string } | null);

/** Stories of the rows with these ids. */
export async function storiesOf(
  payload: Payload,
  collection: CollectionSlug,
  ids: readonly string[],
): Promise<(string | null)[]> {
  if (ids.length === 0) return [];
  const { docs } = await payload.db.find<SourceRow>({
    collection,
    where: { id: { in: [...ids] } },
    select: { story: true },
    limit: 0,
    pagination: false,
  });
  return docs.map(storyOf);
}

export const withdrawn: Source = {
  collection: 'withdrawals',
  stamp: 'createdAt',
  select: { story: true },
  items: (rows) => rows.map(storyOf),
  rounds: 20,
};
export const signed: Source = {
  collection: 'releases',
  stamp: 'createdAt',
  select: { story: true },
  items: (rows) => rows.map(storyOf),
  rounds: 100,
};
/** Corrections change too: one is refused, or is to be made after all. */
export const corrected: Source = {
  collection: 'corrections',
  stamp: 'updatedAt',
  select: { story: true },
  items: (rows) => rows.map(storyOf),
  rounds: 20,
};

/** Somebody has agreed to the words of such a row. */
export const agreedTo = (subject: SubjectSlug & CollectionSlug): Source => ({
  collection: 'public-texts',
  stamp: 'updatedAt',
  where: { subject: { equals: subject } },
  select: { row: true },
  items: (rows, payload) =>
    storiesOf(
      payload,
      subject,
      rows.map(({ row }) => String(row)),
    ),
});
