import type { CollectionBeforeChangeHook } from 'payload';
import { searchTextOf } from '../../rich-text/search-text.ts';
import { soughtFacts } from './sought-facts.ts';

/** Keeps what the list's search looks through in step with the story. */
export const fillSearchText: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const story: Record<string, unknown> = { ...originalDoc, ...data };
  return { ...data, searchText: searchTextOf(story, soughtFacts(story), originalDoc?.searchText) };
};
