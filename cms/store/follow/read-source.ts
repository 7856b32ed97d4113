import type { Payload, Where } from 'payload';
import { gather, tellStuck, type Stuck } from '../../../campaigns/bulkhead/stuck.ts';
import type { Source, SourceRow } from './source.ts';

/** Rows of a source and what follows from them; `broken`: ids of rows that cannot be read, told as stuck. */
export interface ReadRows {
  rows: SourceRow[];
  items: string[];
  broken: string[];
  /** How many rows the database gave, and the id of the last one in the order of ids: those that cannot be read among them. */
  given: number;
  last: string | null;
}

async function read(
  payload: Payload,
  { collection, items, select, stamp, where }: Source,
  more: Where,
  sort: string,
  limit: number,
): Promise<ReadRows> {
  const idsOf = ({ stuck }: { stuck: readonly Stuck[] }): string[] =>
    stuck.flatMap(({ item }) => (item.startsWith(`${collection} `) ? [item.slice(collection.length + 1)] : []));
  const found = await gather(async () => {
    const { docs } = await payload.db.find<SourceRow>({
      collection,
      where: where ? { and: [where, more] } : more,
      select: { ...select, [stamp]: true },
      sort: [sort],
      limit,
      pagination: false,
    });
    return docs;
  });
  const told = await gather(async () =>
    (await items(found.value, payload)).filter((item) => item !== null && item !== ''),
  );
  for (const { error, item, title } of [...found.stuck, ...told.stuck]) tellStuck(item, title, new Error(error));
  const given = [...new Set([...found.value.map(({ id }) => id), ...idsOf(found)])].sort();
  return {
    rows: found.value,
    items: told.value as string[],
    broken: [...idsOf(found), ...idsOf(told)],
    given: given.length,
    last: given.at(-1) ?? null,
  };
}

/** What has been stamped since. */
export const readSince = (payload: Payload, source: Source, from: string): Promise<ReadRows> =>
  read(payload, source, { [source.stamp]: { greater_than_equal: from } }, source.stamp, 0);

/** The next rows of a round, by id. */
export const readRound = (payload: Payload, source: Source, after: string | null, size: number): Promise<ReadRows> =>
  read(payload, source, after === null ? {} : { id: { greater_than: after } }, 'id', size);

/** These again, because they could not be read. */
export const readBroken = async (payload: Payload, source: Source, ids: readonly string[]): Promise<ReadRows> =>
  ids.length === 0
    ? { rows: [], items: [], broken: [], given: 0, last: null }
    : read(payload, source, { id: { in: [...ids] } }, 'id', 0);

/** The newest stamp of a source; null when it has no rows, or the newest cannot be read. */
export async function newestStamp(payload: Payload, { collection, stamp, where }: Source): Promise<string | null> {
  const {
    docs: [row],
  } = await payload.db.find<SourceRow>({
    collection,
    where: where ?? {},
    select: { [stamp]: true },
    sort: [`-${stamp}`],
    limit: 1,
    pagination: false,
  });
  const at = new Date(String(row?.[stamp]));
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
