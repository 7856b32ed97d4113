import { readable } from '../../campaigns/bulkhead/each.ts';
import { inChunks } from '../../campaigns/lists/in-chunks.ts';
import type { Payload } from 'payload';
import { idOf } from '../database/id-of.ts';
import { showingFields, showingOfRow } from '../release/showing-of-row.ts';
import type { Showing } from '../release/showing.ts';

/** How long each of these stories may be shown; those that nobody has bounded are left out. */
export async function storyShowings(payload: Payload, stories: readonly string[]): Promise<Map<string, Showing>> {
  const found = new Map<string, Showing>();
  for (const some of inChunks([...new Set(stories)])) {
    const { docs } = await payload.find({
      collection: 'publications',
      where: { and: [{ story: { in: some } }, { state: { in: ['live', 'waiting', 'over'] } }] },
      pagination: false,
      depth: 0,
      select: { ...showingFields, story: true },
    });
    readable(
      docs,
      ({ id }) => [`publication ${id}`, '网站上的一篇稿件'],
      (row) => {
        const showing = showingOfRow(row);
        if (showing.from || showing.until) found.set(idOf(row.story) ?? '', showing);
      },
    );
  }
  return found;
}
