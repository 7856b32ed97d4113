import type { CollectionBeforeChangeHook } from 'payload';
import { searchTextOf } from '../../rich-text/search-text.ts';
import { soughtFacts } from './sought-facts.ts';

/** Keeps what the list's search looks through in step with the story. */
export const fillSearchText: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  const story: Record<string, unknown> = { ...originalDoc, ...data };
  // A copy has no number yet: what it is made from keeps it.
  const before: unknown = operation === 'update' ? originalDoc?.searchText : undefined;
  return { ...data, searchText: searchTextOf(story, soughtFacts(story), before) };
};
