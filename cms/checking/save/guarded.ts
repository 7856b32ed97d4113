import type { CollectionConfig } from 'payload';
import { withoutBlame } from './refuse-blame.ts';
import { withoutIdNumbers } from './refuse-id-numbers.ts';
import { withoutTellingFiles } from './refuse-telling-file.ts';

/** Whatever staff type and the public, a newspaper or another person may see. Private papers and evidence are not among them. */
const typed = new Set([
  'stories',
  'media',
  'columns',
  'campaigns',
  'posts',
  'occasion-notices',
  'comments',
  'nominations',
  'batches',
  'delegations',
]);

export function guardTyped(collection: CollectionConfig): CollectionConfig {
  if (!typed.has(collection.slug)) return collection;
  const guarded = withoutBlame(withoutIdNumbers(collection));
  return collection.upload ? withoutTellingFiles(guarded) : guarded;
}
