import { readable } from '../../../campaigns/bulkhead/each.ts';
import type { Payload } from 'payload';
import type { Column as ColumnRow } from '../../payload-types.ts';
import { publicRows } from '../../texts/public-rows.ts';
import type { Column } from '../../story/column.ts';
import { storyKinds, type StoryKind } from '../../story/facts.ts';

const isStoryKind = (kind: string): kind is StoryKind => kind in storyKinds;

const columnOf = (row: ColumnRow): Column => ({
  slug: row.slug,
  name: row.name,
  description: row.description,
  type: row.type,
  keywords: row.keywords ?? [],
  kinds: row.kinds.filter(isStoryKind),
  navOrder: row.navOrder ?? null,
  path: `/c/${row.slug}/`,
});

/** All columns in the words that two people stand for: those of the navigation first, in its order. */
export async function readColumns(payload: Payload): Promise<Column[]> {
  const { docs } = await payload.find({ collection: 'columns', depth: 0, pagination: false, sort: 'slug' });
  const place = (column: Column) => column.navOrder ?? Number.MAX_SAFE_INTEGER;
  return readable(
    await publicRows(payload, 'columns', docs),
    ({ slug }) => [`columns ${slug}`, `栏目 ${slug}`],
    columnOf,
  ).sort((a, b) => place(a) - place(b));
}
