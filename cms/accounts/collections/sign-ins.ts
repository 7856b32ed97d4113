import type { CollectionConfig } from 'payload';
import { access } from '../../access/access.ts';
import { idField } from '../../fields/id-field.ts';

/** 登录会话: one row for each browser that is signed in. A token whose row is gone opens nothing. */
export const signIns: CollectionConfig = {
  slug: 'sign-ins',
  labels: { singular: '登录会话', plural: '登录会话' },
  admin: { hidden: true, useAsTitle: 'device' },
  access: access('sign-ins'),
  lockDocuments: false,
  disableDuplicate: true,
  timestamps: false,
  fields: [
    idField,
    // The session's id as the token names it.
    { name: 'key', type: 'text', required: true, unique: true, hidden: true },
    { name: 'person', label: '账号', type: 'text', required: true, index: true },
    { name: 'startedAt', label: '登录时间', type: 'date', required: true },
    { name: 'seenAt', label: '最近使用', type: 'date', required: true },
    { name: 'address', label: 'IP 地址', type: 'text' },
    { name: 'device', label: '设备', type: 'text' },
  ],
};
