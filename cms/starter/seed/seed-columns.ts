import type { Payload } from 'payload';
import { fileWriter } from '../../texts/files/file-copies.ts';
import { mayPublish, type MayPublish } from './is-shipped.ts';
import { seedId } from './seed-id.ts';
import { writersDoor } from '../../texts/writers.ts';
import { contentOf } from '../../content/content.ts';

/** Makes the columns that are not there; what staff changed stays, and what the product does not bring waits for a second person. @returns column slug → id, and how many are new. */
export async function seedColumns(
  payload: Payload,
  may: MayPublish = mayPublish({ installing: false }),
): Promise<{ ids: Map<string, string>; made: number }> {
  const { docs } = await payload.find({ collection: 'columns', depth: 0, pagination: false, select: { slug: true } });
  const ids = new Map(docs.map(({ slug, id }) => [slug, id]));
  let made = 0;
  for (const column of await contentOf(payload).columns()) {
    if (ids.has(column.slug)) continue;
    const writers = may(`columns/${column.slug}`, column) ? [] : [{ id: 'server', name: fileWriter }];
    const row = await payload.create({
      collection: 'columns',
      data: { id: seedId('column', column.slug), ...column, writers: writersDoor.write(writers) },
      depth: 0,
    });
    ids.set(row.slug, row.id);
    made += 1;
  }
  return { ids, made };
}
