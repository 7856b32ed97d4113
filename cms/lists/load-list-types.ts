import { type StarterListType, listTypeSchema } from './list-type-schema.ts';
import { loadNamed } from '../content/load-named.ts';

/** Every list type of `content/lists/`, by slug. @throws ContentError */
export function loadListTypes(root: string = process.cwd()): Promise<StarterListType[]> {
  return loadNamed(root, 'content/lists', listTypeSchema, (list) => list.slug);
}
