import type { CollectionSlug, Field, Payload, SanitizedCollectionConfig } from 'payload';
import type { AnyDoor } from '../../columns/door.ts';
import { doorOf } from '../../columns/json-column.ts';

/** The JSON columns of one collection, as its configuration has them. */
export interface JsonColumns {
  collection: CollectionSlug;
  /** Chinese: 稿件. */
  label: string;
  /** What names a row for people; null where nothing does. */
  title: string | null;
  columns: { name: string; door: AnyDoor }[];
}

/** Tables of the shell's own (`payload-kv`, preferences): whoever reads a value of theirs has a schema for it. */
const isShells = ({ slug }: SanitizedCollectionConfig): boolean => slug.startsWith('payload-');

/**
 * Every JSON column there is, read from the configuration: a new one needs no line here.
 * @throws Error for one without a door, or inside a group or list, where nobody would look (a programming error)
 */
export function jsonColumns(payload: Pick<Payload, 'config'>): JsonColumns[] {
  return payload.config.collections
    .filter((config) => !isShells(config))
    .flatMap(({ admin, flattenedFields, labels, slug }) => {
      const columns = flattenedFields.flatMap((field) => {
        if (field.type !== 'json') return inside(slug, field);
        const door = doorOf(field);
        if (!door) throw new Error(`${slug}.${field.name} 没有门：请用 cms/columns/json-column.ts。`);
        return [{ name: field.name, door }];
      });
      const title = admin.useAsTitle ?? null;
      const label = typeof labels.singular === 'string' ? labels.singular : slug;
      return columns.length > 0
        ? [{ collection: slug as CollectionSlug, label, title: title === 'id' ? null : title, columns }]
        : [];
    });
}

function inside(slug: string, field: object): [] {
  const fields: readonly Field[] =
    'flattenedFields' in field && Array.isArray(field.flattenedFields) ? field.flattenedFields : [];
  for (const one of fields) {
    if (one.type === 'json') throw new Error(`${slug} 里有一个 JSON 字段在组或列表里：请放到最外层，并给它一扇门。`);
    inside(slug, one);
  }
  return [];
}
