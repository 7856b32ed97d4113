import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import { tellStuck } from '../../campaigns/bulkhead/stuck.ts';

interface Found {
  docs: unknown[];
}
type Args = Record<string, unknown> & { collection: string };
/** A date that is none, or JSON that is none: what the row holds, not what the question was. */
const isOfARow = (error: unknown): boolean => error instanceof RangeError || error instanceof SyntaxError;
type Find = (this: SQLiteAdapter, args: Args) => Promise<Found>;

/**
 * On SQLite the framework fails a whole question when one row of the answer holds a date or JSON that is none. Here the rows that
 * can be read are given, in their order, and the broken ones are told as stuck: one bad row must not stop a minute, a
 * feed or a view. Costs nothing while all rows are sound, and a few questions more (halving) while one is not.
 */
export function soundRows(db: SQLiteAdapter): void {
  const asked: unknown = Reflect.get(db, 'find');
  const find = asked as Find;
  const sound: Find = async function sound(args) {
    try {
      return await find.call(this, args);
    } catch (error) {
      if (!isOfARow(error)) throw error;
      const found = await find.call(this, { ...args, select: { id: true } });
      const ids = (found.docs as { id: string }[]).map(({ id }) => id);
      return {
        ...found,
        docs: await readable(
          ids,
          (some) => find.call(this, { ...args, where: { id: { in: some } }, limit: 0, page: 1, pagination: false }),
          args.collection,
        ),
      };
    }
  };
  Reflect.set(db, 'find', sound);
}

async function readable(ids: string[], ask: (ids: string[]) => Promise<Found>, collection: string): Promise<unknown[]> {
  if (ids.length === 0) return [];
  try {
    const { docs } = await ask(ids);
    const place = new Map(ids.map((id, i) => [id, i]));
    return (docs as { id: string }[]).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  } catch (error) {
    if (!isOfARow(error)) throw error;
    if (ids.length === 1) {
      tellStuck(`${collection} ${ids[0]}`, `${collection} 里的一条（${ids[0]}）`, error);
      return [];
    }
    const half = Math.ceil(ids.length / 2);
    return [
      ...(await readable(ids.slice(0, half), ask, collection)),
      ...(await readable(ids.slice(half), ask, collection)),
    ];
  }
}
