import type { CollectionConfig } from 'payload';
import { withoutIdNumbers } from './refuse-id-numbers.ts';

/** Whatever staff type and the public, a newspaper or another person may see. Private papers and evidence are not among them. */
const typed = new Set(['stories', 'media', 'columns', 'campaigns', 'posts', 'occasion-notices', 'comments', 'nominations', 'batches', 'delegations']);

export const guardTyped = (collection: CollectionConfig): CollectionConfig => (typed.has(collection.slug) ? withoutIdNumbers(collection) : collection);
