import type { CollectionBeforeChangeHook } from 'payload';
import { searchTextOf } from '../../rich-text/search-text.ts';

/** Keeps what the list's search looks through in step with the story. */
export const fillSearchText: CollectionBeforeChangeHook = ({ data, originalDoc }) => ({
  ...data,
  searchText: searchTextOf({ ...originalDoc, ...data }, originalDoc?.searchText),
});
