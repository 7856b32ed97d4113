import type { Payload } from 'payload';
import { idOf } from '../../database/id-of.ts';
import { tag } from '../../story/tags.ts';
import type { ChangedRow, Watched } from './changed-rows.ts';
import { pagesDoor } from '../../texts/words-doors.ts';

/** Row id → the tags it had when last seen: a story that moves to another column changes both. */
export type Remembered = Map<string, string[]>;

/** Tags that a changed row concerns, those of its former place included. */
export function tagsOf(collection: Watched, row: ChangedRow, remembered: Remembered): string[] {
  const now = current(collection, row);
  const before = remembered.get(row.id);
  remembered.set(row.id, now);
  // A new story brings pictures along; one that changed or went may have taken some away.
  const pictures =
    collection === 'publications' && (before || (row.state !== 'live' && row.state !== 'waiting')) ? ['media'] : [];
  return [...now, ...(before ?? []), ...pictures];
}

function current(collection: Watched, row: ChangedRow): string[] {
  switch (collection) {
    case 'publications':
      return publicationTags(row);
    case 'columns':
      return [tag.region, tag.column(row.slug ?? '')];
    case 'campaigns':
      return [tag.year(row.year ?? 0), tag.campaign(row.year ?? 0, row.slug ?? '')];
    case 'occasion-notices':
      return [tag.year(row.year ?? 0)];
    case 'public-texts':
      return pagesDoor.read(row.pages).value;
    case 'posts':
      return [];
  }
}

export function publicationTags({ serial = 0, kind, column, batch, state }: ChangedRow): string[] {
  return [
    ...(state === 'withdrawn' || state === 'over' ? [tag.gone(serial)] : []),
    ...(kind === 'material' ? [tag.materials, tag.material(serial)] : [tag.story(serial)]),
    ...(column ? [tag.column(column)] : []),
    ...(batch ? [tag.batch(batch)] : []),
  ];
}

/** Campaign pages that show a changed post, or a post's changed story. */
export async function relatedTags(payload: Payload, collection: Watched, rows: ChangedRow[]): Promise<string[]> {
  const campaigns =
    collection === 'posts'
      ? rows.map((row) => idOf(row.campaign))
      : collection === 'publications'
        ? await campaignsOf(payload, rows)
        : [];
  const ids = [...new Set(campaigns.filter((id) => id !== null))];
  if (ids.length === 0) return [];
  const { docs } = await payload.db.find<{ year: number; slug: string }>({
    collection: 'campaigns',
    where: { id: { in: ids } },
    pagination: false,
    limit: 0,
    select: { year: true, slug: true },
  });
  return docs.map(({ year, slug }) => tag.campaign(year, slug));
}

async function campaignsOf(payload: Payload, rows: ChangedRow[]): Promise<(string | null)[]> {
  const stories = rows.flatMap((row) => idOf(row.story) ?? []);
  const { docs } = await payload.db.find<{ campaign: string }>({
    collection: 'posts',
    where: { story: { in: stories } },
    pagination: false,
    limit: 0,
    select: { campaign: true },
  });
  return docs.map(({ campaign }) => idOf(campaign));
}
