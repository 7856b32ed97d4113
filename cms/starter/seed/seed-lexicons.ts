import type { Payload } from 'payload';
import { seedId } from './seed-id.ts';
import { entriesDoor } from '../../checking/lexicons/entries.ts';
import { contentOf } from '../../content/content.ts';

/**
 * Brings the word lists of `content/lexicons/` into the admin. A list that nobody has changed there follows a newer
 * edition of its file; one that somebody has changed is the desk's own. @returns how many were made or renewed
 */
export async function seedLexicons(payload: Payload): Promise<number> {
  const { docs } = await payload.find({
    collection: 'lexicons',
    depth: 0,
    pagination: false,
    select: { slug: true, edition: true, starter: true },
  });
  const held = new Map(docs.map((row) => [row.slug, row]));
  let made = 0;
  for (const { entries, ...facts } of await contentOf(payload).lexicons()) {
    const lexicon = { ...facts, entries: entriesDoor.write(entries) };
    const row = held.get(lexicon.slug);
    if (row && (!row.starter || row.edition >= lexicon.edition)) continue;
    if (row) await payload.update({ collection: 'lexicons', id: row.id, data: lexicon, depth: 0 });
    else
      await payload.create({
        collection: 'lexicons',
        data: { id: seedId('lexicon', lexicon.slug), ...lexicon, active: true, starter: true },
        depth: 0,
      });
    made += 1;
  }
  return made;
}
