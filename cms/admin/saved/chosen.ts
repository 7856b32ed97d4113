import type { ClientField } from 'payload';
import { holding } from './labels.ts';

/** A row that was chosen in a field, as people cannot read it. */
export interface Chosen {
  collection: string;
  id: string;
}

/** What rows are called, by `nameOf`; absent while nobody has asked yet, null for one that is gone or not theirs to read. */
export type Titles = ReadonlyMap<string, string | null>;

export const nameOf = ({ collection, id }: Chosen): string => `${collection}/${id}`;

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** One value of a relation: an id, the row itself, or with several kinds of rows both kind and id. */
export function chosenOne(value: unknown, relationTo: string | readonly string[]): Chosen | null {
  const [collection, id] =
    isRow(value) && typeof value.relationTo === 'string'
      ? [value.relationTo, value.value]
      : [typeof relationTo === 'string' ? relationTo : '', value];
  const plain = isRow(id) ? id.id : id;
  return collection !== '' && (typeof plain === 'string' || typeof plain === 'number')
    ? { collection, id: String(plain) }
    : null;
}

/** All rows that are chosen in a field, also in its rows and groups. */
export function chosenIn(value: unknown, field: ClientField | undefined): Chosen[] {
  if (!field || value === null || value === undefined) return [];
  if (field.type === 'relationship' || field.type === 'upload')
    return [value].flat().flatMap((one) => chosenOne(one, field.relationTo) ?? []);
  if (!('fields' in field)) return [];
  const inner = holding(field.fields);
  return [value]
    .flat()
    .filter(isRow)
    .flatMap((row) => inner.flatMap((of) => ('name' in of && of.name ? chosenIn(row[of.name], of) : [])));
}
