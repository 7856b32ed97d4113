import type { Payload, Where } from 'payload';
import type { JsonColumns } from './json-columns.ts';

/** A row with a column that its door cannot read. */
export interface UnfitRow {
  collection: string;
  id: string;
  /** For people: 稿件“……”. */
  title: string;
  /** One Chinese sentence a column. */
  problems: string[];
}

export interface Looked {
  unfit: UnfitRow[];
  /** How many rows were there. */
  seen: number;
  /** Id of the last of them; null: there was none. */
  last: string | null;
}

type Row = Record<string, unknown> & { id: string };

/** Asks the doors about some rows of one collection. @param sort `id` (the default) or `-id`; `limit` 0 is all */
export async function lookAtRows(
  payload: Pick<Payload, 'db'>,
  { collection, columns, label, title }: JsonColumns,
  where: Where,
  limit: number,
  sort = 'id',
): Promise<Looked> {
  const select = Object.fromEntries<true>(
    [...columns.map(({ name }) => name), ...(title ? [title] : [])].map((name) => [name, true]),
  );
  const { docs } = await payload.db.find<Row>({ collection, where, sort: [sort], limit, pagination: false, select });
  const unfit = docs.flatMap((row): UnfitRow[] => {
    const problems = columns.flatMap(({ door, name }) => door.problem(row[name]) ?? []);
    const words = title === null ? undefined : row[title];
    return problems.length > 0
      ? [
          {
            collection,
            id: row.id,
            title: typeof words === 'string' && words ? `${label}“${words}”` : `一条${label}`,
            problems,
          },
        ]
      : [];
  });
  return { unfit, seen: docs.length, last: docs.at(-1)?.id ?? null };
}
