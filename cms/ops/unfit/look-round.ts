import type { Payload } from 'payload';
import { z } from 'zod';
import { each } from '../../../campaigns/bulkhead/each.ts';
import { jsonColumns } from './json-columns.ts';
import { lookAtRows, type UnfitRow } from './look-at-rows.ts';

const key = 'unfit.rows';
const memorySchema = z.object({
  /** By collection: the id after which the next look goes on. */
  after: z.record(z.string(), z.string()),
  /** By collection: ids that did not fit at the last look. */
  unfit: z.record(z.string(), z.array(z.string())),
});
type Memory = z.infer<typeof memorySchema>;

/** Rows of one kind at a time: the cost of a minute is the same at a thousand and at a million. */
const atATime = 50;
/** Of one kind; more of them are one fault. */
const remembered = 100;

/**
 * Looks at a few rows of every kind, another few the next time, round and round, and each time again at those that did not
 * fit: a row that was mended is gone at once. Changes no row.
 * @returns the rows that do not fit now, as far as they are known
 */
export async function lookRound(payload: Pick<Payload, 'config' | 'db' | 'kv'>, size = atATime): Promise<UnfitRow[]> {
  const parsed = memorySchema.safeParse(await payload.kv.get(key));
  const before: Memory = parsed.success ? parsed.data : { after: {}, unfit: {} };
  const next: Memory = { after: { ...before.after }, unfit: { ...before.unfit } };
  const found = await each(
    jsonColumns(payload),
    ({ collection, label }) => [`rows ${collection}`, `保存的“${label}”`],
    async (columns) => {
      const { collection } = columns;
      const known = before.unfit[collection] ?? [];
      const again = known.length > 0 ? (await lookAtRows(payload, columns, { id: { in: known } }, 0)).unfit : [];
      const page = await lookAtRows(payload, columns, { id: { greater_than: before.after[collection] ?? '' } }, size);
      const fresh = page.unfit.filter(({ id }) => !known.includes(id));
      const all = [...again, ...fresh].slice(0, remembered);
      next.after[collection] = page.seen < size ? '' : (page.last ?? '');
      next.unfit[collection] = all.map(({ id }) => id);
      return all;
    },
  );
  await payload.kv.set(key, next);
  return found.flat();
}
