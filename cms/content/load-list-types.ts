import { type StarterListType, listTypeSchema } from './list-type-schema.ts';
import { loadNamed } from './load-named.ts';

/** Every list type of `content/lists/`, by slug. @throws ContentError */
export function loadListTypes(root: string): Promise<StarterListType[]> {
  return loadNamed(root, 'content/lists', listTypeSchema, (list) => list.slug);
}
