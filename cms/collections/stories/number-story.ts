import type { CollectionAfterChangeHook } from 'payload';
import { idOf } from '../../database/id-of.ts';
import { withSerial } from '../../rich-text/search-text.ts';

/** A story that has got its public number can be found by it. No edit of the story: neither version nor review see it. */
export const numberStory: CollectionAfterChangeHook<{
  id: string;
  story: string | { id: string };
  serial: number;
}> = async ({ doc, operation, req }) => {
  const id = idOf(doc.story);
  if (operation !== 'create' || !id) return doc;
  const story = await req.payload.findByID({
    collection: 'stories',
    id,
    depth: 0,
    joins: false,
    disableErrors: true,
    select: { searchText: true },
    showHiddenFields: true,
    req,
  });
  if (story)
    await req.payload.db.updateOne({
      collection: 'stories',
      id,
      data: { searchText: withSerial(story.searchText, doc.serial) },
      req,
      returning: false,
    });
  return doc;
};
