import type { Payload } from 'payload';
import { tag } from '../story/tags.ts';
import { idOf } from '../database/id-of.ts';
import type { SubjectSlug } from './subjects.ts';
import type { Wording } from './wording.ts';

/**
 * Tags of the pages that show these words (`cms/story/tags.ts`), kept with the copy: the change feed renders them anew.
 * The words of a withdrawal or a correction stand in its publication, which the feed watches itself.
 * @param id of the row
 */
export async function tagsOfWording(
  payload: Payload,
  subject: SubjectSlug,
  id: string,
  words: Wording,
): Promise<string[]> {
  switch (subject) {
    case 'columns':
      // The name of a column is on every page.
      return [tag.region];
    case 'occasion-notices':
      return [tag.year(Number(words.year))];
    case 'campaigns':
      return campaignTags(payload, id);
    case 'posts':
      return campaignTags(payload, idOf((await rowOf<{ campaign: string }>(payload, 'posts', id))?.campaign));
    case 'front-pages':
      return [tag.front];
    case 'withdrawals':
    case 'corrections':
      return [];
  }
}

/** By the database itself: this is asked from inside hooks. */
const rowOf = <T>(
  payload: Payload,
  collection: 'campaigns' | 'posts',
  id: string,
): Promise<(T & { id: string }) | null> =>
  payload.db.findOne<T & { id: string }>({ collection, where: { id: { equals: id } } });

async function campaignTags(payload: Payload, id: string | null): Promise<string[]> {
  const row = id === null ? null : await rowOf<{ year: number; slug: string }>(payload, 'campaigns', id);
  return row ? [tag.year(row.year), tag.campaign(row.year, row.slug)] : [];
}
