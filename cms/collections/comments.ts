import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { idField } from '../fields/id-field.ts';

/**
 * 批注: what a reviewer or author says about one paragraph of a story. Kept by the review's endpoints. The story is an id
 * as text: a draft that was never signed may be deleted, and its comments go with it.
 */
export const comments: CollectionConfig = {
  slug: 'comments',
  labels: { singular: '批注', plural: '批注' },
  admin: {
    group: false,
    useAsTitle: 'text',
    defaultColumns: ['text', 'byName', 'at', 'resolvedAt'],
    description: '在稿件页的“批注”里写和办结，不能在这里改。',
  },
  access: access('comments'),
  defaultSort: 'at',
  lockDocuments: false,
  disableDuplicate: true,
  fields: [
    idField,
    { name: 'story', label: '稿件', type: 'text', required: true, index: true },
    // Where it was pinned, and the whole paragraph as it stood: small edits and moves are followed by likeness.
    { name: 'paragraph', label: '第几段', type: 'number' },
    { name: 'quote', label: '原文', type: 'textarea' },
    { name: 'text', label: '批注', type: 'textarea', required: true },
    { name: 'must', label: '必须改', type: 'checkbox', required: true, defaultValue: false },
    { name: 'by', label: '批注人编号', type: 'text', required: true, admin: { hidden: true } },
    { name: 'byName', label: '批注人', type: 'text', required: true },
    { name: 'at', label: '时间', type: 'date', required: true },
    { name: 'resolvedBy', label: '办结人', type: 'text' },
    { name: 'resolvedAt', label: '办结时间', type: 'date' },
  ],
};
