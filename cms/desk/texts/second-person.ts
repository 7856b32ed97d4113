import type { CollectionConfig } from 'payload';
import { agreeEndpoints } from './endpoints.ts';
import { dropWords, keepOwnWords, noteWriters } from '../../texts/note-writers.ts';
import { isSubject } from '../../texts/subjects.ts';
import { waitingField } from '../../texts/waiting-field.ts';
import { jsonColumn } from '../../columns/json-column.ts';
import { refusedDoor } from '../../texts/refusal.ts';
import { writersDoor } from '../../texts/writers.ts';

/** A collection with short public texts: what one person writes waits for a second one (docs/decisions/046). Its own hooks come first. */
export function secondPerson(collection: CollectionConfig): CollectionConfig {
  if (!isSubject(collection.slug)) return collection;
  const { hooks } = collection;
  return {
    ...collection,
    endpoints: [...(collection.endpoints || []), ...agreeEndpoints(collection.slug)],
    hooks: {
      ...hooks,
      beforeChange: [...(hooks?.beforeChange ?? []), noteWriters],
      afterChange: [...(hooks?.afterChange ?? []), keepOwnWords],
      afterDelete: [...(hooks?.afterDelete ?? []), dropWords],
    },
    fields: [
      ...collection.fields,
      // Who wrote what is not agreed to yet: the system's to say, with the words in one statement.
      jsonColumn(writersDoor, {
        name: 'writers',
        label: '等同意的文字由谁写',
        access: { create: () => false, update: () => false },
        admin: { hidden: true },
      }),
      // Who does not agree to them and why (`refusal.ts`).
      jsonColumn(refusedDoor, {
        name: 'refused',
        label: '没有同意',
        access: { create: () => false, update: () => false },
        admin: { hidden: true },
      }),
      waitingField,
    ],
  };
}
