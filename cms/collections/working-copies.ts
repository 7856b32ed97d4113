import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { idField } from '../fields/id-field.ts';
import { eitherDoor } from '../columns/either-door.ts';
import { jsonColumn } from '../columns/json-column.ts';
import { holderDoor } from '../editing/holder-door.ts';
import { formContentDoor } from '../preview/content-door.ts';

/**
 * 暂存: what somebody has typed into a story's form and not saved yet, one row for each person and story. It is no part
 * of the story: nobody reviews it, nothing of it goes out. Written and read through `cms/preview/working-copy` alone;
 * `cms/editing/holder.ts` notes here too who has unsaved work in which row of any collection.
 */
export const workingCopies: CollectionConfig = {
  slug: 'working-copies',
  labels: { singular: '暂存', plural: '暂存' },
  admin: { hidden: true, useAsTitle: 'key', group: false },
  access: access('working-copies'),
  lockDocuments: false,
  disableDuplicate: true,
  fields: [
    idField,
    // `<person>:<story, or new>`.
    { name: 'key', type: 'text', required: true, unique: true },
    jsonColumn(eitherDoor([formContentDoor, holderDoor]), { name: 'content', label: '内容', required: true }),
    { name: 'keptAt', label: '暂存时间', type: 'date', required: true, index: true },
  ],
};
