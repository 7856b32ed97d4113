import type { CollectionConfig } from 'payload';
import { access } from '../../access/access.ts';
import { idField } from '../../fields/id-field.ts';
import { jsonColumn } from '../../columns/json-column.ts';
import { recoveryDoor } from '../second-factor/recovery-door.ts';

/** 两步验证: what proves a person's phone, one row per account. Nobody reads it over any API; the secret is encrypted. */
export const secondFactors: CollectionConfig = {
  slug: 'second-factors',
  labels: { singular: '两步验证', plural: '两步验证' },
  admin: { hidden: true },
  access: access('second-factors'),
  lockDocuments: false,
  disableDuplicate: true,
  timestamps: false,
  fields: [
    idField,
    { name: 'person', label: '账号', type: 'text', required: true, unique: true },
    { name: 'secret', type: 'text', required: true, hidden: true },
    { name: 'confirmedAt', label: '开启时间', type: 'date' },
    // The half minute whose code was used last: no code works twice.
    { name: 'lastStep', type: 'number', required: true, defaultValue: 0, hidden: true },
    jsonColumn(recoveryDoor, { name: 'recovery', hidden: true }),
    // Counts changes of `recovery`: two who use the same code at once cannot both win.
    { name: 'turn', type: 'number', required: true, defaultValue: 0, hidden: true },
  ],
};
