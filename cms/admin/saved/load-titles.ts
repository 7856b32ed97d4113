import { z } from 'zod';
import { nameOf, type Chosen, type Titles } from './chosen.ts';

const answer = z.object({ docs: z.array(z.record(z.string(), z.unknown())) });

/**
 * Asks the desk what rows are called, one question a collection.
 * @param titleField the field of a collection that names its rows
 * @returns null for rows that are gone or not this person's to read; without an answer nothing, so that it is asked again
 */
export async function loadTitles(
  chosen: readonly Chosen[],
  titleField: (collection: string) => string | null,
  ask: typeof fetch,
): Promise<Titles> {
  const titles = new Map<string, string | null>();
  for (const collection of new Set(chosen.map((one) => one.collection))) {
    const ids = [...new Set(chosen.filter((one) => one.collection === collection).map(({ id }) => id))];
    const field = titleField(collection) ?? 'id';
    const query = new URLSearchParams([
      ['depth', '0'],
      ['limit', String(ids.length)],
      ['trash', 'true'],
      [`select[${field}]`, 'true'],
      ...ids.map((id): [string, string] => ['where[id][in][]', id]),
    ]);
    const response = await ask(`/api/${collection}?${query}`, { cache: 'no-store' }).catch(() => null);
    // Refused is an answer too: these rows are not theirs to read.
    const read =
      response && response.status < 500
        ? answer.safeParse(response.ok ? await response.json().catch(() => null) : { docs: [] })
        : null;
    if (!read?.success) continue;
    const { docs } = read.data;
    for (const id of ids) {
      const title = docs.find((doc) => String(doc.id) === id)?.[field];
      titles.set(nameOf({ collection, id }), typeof title === 'string' && title !== '' ? title : null);
    }
  }
  return titles;
}
