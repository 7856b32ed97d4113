import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { idField } from '../fields/id-field.ts';

/** 核对记录: findings that a person has looked at and found to be no problem, and why. Written through the checks alone; deleting one makes the checks ask again. */
export const checkMemory: CollectionConfig = {
  slug: 'check-memory',
  labels: { singular: '核对记录', plural: '核对记录' },
  admin: {
    group: '站务',
    useAsTitle: 'text',
    defaultColumns: ['text', 'rule', 'scope', 'reason', 'by', 'at'],
    description: '检查提出、经人核对后认定“不是问题”的地方：谁、什么时候、凭什么。删掉一条，检查会再问一次。',
  },
  access: access('check-memory'),
  defaultSort: '-at',
  lockDocuments: false,
  disableDuplicate: true,
  fields: [
    idField,
    // Mark of the finding and its scope: the same thing is remembered once.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'mark', type: 'text', required: true, index: true, admin: { hidden: true } },
    { name: 'rule', label: '规则', type: 'text', required: true },
    { name: 'text', label: '提出的内容', type: 'text', required: true },
    { name: 'mend', label: '检查的意见', type: 'text' },
    {
      name: 'scope',
      label: '适用范围',
      type: 'select',
      required: true,
      options: [
        { value: 'story', label: '只这一篇' },
        { value: 'everywhere', label: '所有稿件' },
      ],
    },
    { name: 'story', label: '稿件', type: 'text', index: true, admin: { condition: (data) => Boolean(data.story) } },
    { name: 'edition', label: '当时的词表版次', type: 'text' },
    { name: 'reason', label: '理由', type: 'text', required: true },
    { name: 'by', label: '认定人', type: 'text', required: true },
    { name: 'byId', type: 'text', admin: { hidden: true } },
    { name: 'at', label: '认定时间', type: 'date', required: true },
  ],
};
