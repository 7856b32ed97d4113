import type { CollectionConfig } from 'payload';
import { attemptWords } from '../../campaigns/ports/state-words.ts';
import { access } from '../access/access.ts';
import { idField } from '../fields/id-field.ts';
import { optionsOf } from '../fields/options-of.ts';
import { jsonColumn } from '../columns/json-column.ts';
import { progressDoor } from '../store/progress-door.ts';

/**
 * Every attempt ever made on a delivery: the audit trail and the lock in one. `claim` is `deliveryId#number`; whoever
 * inserts it owns that attempt. Only `cms/store` writes here.
 */
export const attempts: CollectionConfig = {
  slug: 'attempts',
  labels: { singular: '推送尝试', plural: '推送尝试' },
  admin: {
    group: false,
    useAsTitle: 'claim',
    defaultColumns: ['startedAt', 'kind', 'outcome', 'note'],
    description: '每次发送、核对的记录，供查账。由系统记录，不能手工改写。',
  },
  defaultSort: '-startedAt',
  timestamps: false,
  lockDocuments: false,
  access: access('attempts'),
  fields: [
    idField,
    { name: 'claim', label: '认领号', type: 'text', required: true, unique: true },
    { name: 'deliveryId', label: '推送', type: 'text', required: true, index: true },
    { name: 'number', label: '第几次', type: 'number', required: true },
    { name: 'kind', label: '做什么', type: 'select', options: optionsOf(attemptWords), required: true },
    { name: 'owner', label: '执行者', type: 'text', required: true },
    { name: 'startedAt', label: '开始', type: 'date', required: true, index: true },
    { name: 'leaseUntil', label: '租约到', type: 'date', required: true },
    { name: 'finishedAt', label: '结束', type: 'date' },
    { name: 'outcome', label: '结果', type: 'text' },
    { name: 'note', label: '说明', type: 'textarea' },
    jsonColumn(progressDoor, { name: 'progress', label: '进度', admin: { hidden: true } }),
  ],
};
