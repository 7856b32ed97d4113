import type { CollectionConfig } from 'payload';
import { access } from '../../access/access.ts';
import { idField } from '../../fields/id-field.ts';

/**
 * 登录失败: one row for whatever is counted together (an account, an address, a browser; hashed), however many tries there
 * are: `at` is the instant up to which its tries are used up (`sign-in/pace.ts`). In the database, because several back
 * offices may run side by side and count together.
 */
export const signInTries: CollectionConfig = {
  slug: 'sign-in-tries',
  labels: { singular: '登录失败', plural: '登录失败' },
  admin: { hidden: true },
  access: access('sign-in-tries'),
  lockDocuments: false,
  disableDuplicate: true,
  timestamps: false,
  fields: [
    idField,
    { name: 'subject', type: 'text', required: true, index: true },
    { name: 'at', type: 'date', required: true, index: true },
  ],
};
