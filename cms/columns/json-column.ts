import type { Field, JSONField } from 'payload';
import type { AnyDoor } from './door.ts';

/**
 * A JSON column with its door. There is no other way to make one (lint), so that none is without: the rows' types have
 * it as `{ storedAs: … }` (`stored.ts`), and who looks through all columns finds the door here.
 */
export const jsonColumn = (
  door: AnyDoor,
  field: Omit<JSONField, 'type' | 'custom' | 'typescriptSchema' | 'jsonSchema'>,
): JSONField => ({
  ...field,
  type: 'json',
  custom: { door },
  typescriptSchema: [
    () => ({
      type: 'object',
      properties: { storedAs: { const: door.name } },
      required: ['storedAs'],
      additionalProperties: false,
    }),
  ],
});

/** The door of a field of the configuration; null for one that is no JSON column. */
export function doorOf(field: Field): AnyDoor | null {
  const door: unknown = field.type === 'json' ? field.custom?.door : undefined;
  return typeof door === 'object' && door !== null && 'problem' in door ? (door as AnyDoor) : null;
}
