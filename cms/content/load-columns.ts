import { type StarterColumn, columnSchema } from './column-schema.ts';
import { loadNamed } from './load-named.ts';

/**
 * Every 栏目 of `content/columns/`: those in the navigation first, in their order, then the others by slug.
 * @throws ContentError
 */
export async function loadColumns(root: string): Promise<StarterColumn[]> {
  const columns = await loadNamed(root, 'content/columns', columnSchema, (column) => column.slug);
  const place = (column: StarterColumn) => column.navOrder ?? Number.MAX_SAFE_INTEGER;
  return columns.toSorted((a, b) => place(a) - place(b) || (a.slug < b.slug ? -1 : 1));
}
