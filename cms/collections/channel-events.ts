import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { idField } from '../fields/id-field.ts';
import { jsonColumn } from '../columns/json-column.ts';
import { eventDataDoor } from '../store/progress-door.ts';

/**
 * The inbox of what platforms have told by themselves (callbacks). `key` keeps a repetition out; `subject` is how a look
 * finds what concerns its delivery. Only `cms/store` writes here; a row is never changed.
 */
export const channelEvents: CollectionConfig = {
  slug: 'channel-events',
  labels: { singular: '平台通知', plural: '平台通知' },
  admin: {
    group: false,
    useAsTitle: 'note',
    defaultColumns: ['receivedAt', 'note', 'subject', 'at'],
    description: '平台主动发来的结果通知，供查账。由系统记录，不能手工改写。',
  },
  access: { ...access('channel-events'), create: () => false, update: () => false, delete: () => false },
  defaultSort: '-receivedAt',
  timestamps: false,
  lockDocuments: false,
  fields: [
    idField,
    { name: 'key', label: '唯一键', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'subject', label: '说的是', type: 'text', required: true, index: true },
    { name: 'at', label: '平台时间', type: 'date', required: true },
    { name: 'receivedAt', label: '收到时间', type: 'date', required: true, index: true },
    { name: 'note', label: '内容', type: 'textarea', required: true },
    jsonColumn(eventDataDoor, { name: 'data', label: '原文', admin: { hidden: true } }),
  ],
};
