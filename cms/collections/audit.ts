import { APIError, type CollectionConfig } from 'payload';
import { optionsOf } from '../fields/options-of.ts';
import { access } from '../access/access.ts';
import { auditPhases } from '../audit/row.ts';
import { idField } from '../fields/id-field.ts';

const refuse = () => {
  throw new APIError('审计记录由系统写入，谁也不能添加、修改或删除。', 403, null, true);
};

/**
 * 审计记录: who did what, when, from where, each row chained to the one before (docs/decisions/013). Only
 * `cms/audit` writes here, through the database adapter; `chengxin audit verify` tells whether anybody else has.
 */
export const audit: CollectionConfig = {
  slug: 'audit',
  labels: { singular: '审计记录', plural: '审计记录' },
  admin: {
    group: '站务',
    useAsTitle: 'said',
    defaultColumns: ['at', 'actorName', 'said', 'phase', 'ip'],
    description:
      '谁在什么时候、从哪里做了什么。系统写入，一行扣一行，不能修改或删除；用 chengxin audit verify 核验有没有被动过。',
    hidden: ({ user }) =>
      !['admin', 'auditor'].some((role) => (user as { roles?: string[] } | null)?.roles?.includes(role)),
    pagination: { defaultLimit: 50 },
  },
  access: access('audit'),
  defaultSort: '-seq',
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
  hooks: {
    beforeOperation: [
      ({ args, operation }) => {
        if (operation === 'create' || operation === 'update' || operation === 'delete') refuse();
        return args;
      },
    ],
    beforeDelete: [refuse],
  },
  fields: [
    idField,
    // Who inserts a number owns it: the lock that keeps the chain without gaps.
    { name: 'seq', label: '序号', type: 'number', required: true, unique: true },
    { name: 'at', label: '时间', type: 'text', required: true, index: true },
    { name: 'said', label: '做了什么', type: 'text', required: true },
    { name: 'phase', label: '进展', type: 'select', required: true, options: optionsOf(auditPhases) },
    { name: 'intent', label: '对应的“将做”序号', type: 'number', index: true },
    { name: 'actorId', label: '账号', type: 'text', index: true },
    { name: 'actorName', label: '谁', type: 'text', required: true },
    { name: 'actorRoles', label: '当时的职责', type: 'text' },
    { name: 'ip', label: '来源地址', type: 'text' },
    { name: 'agent', label: '浏览器', type: 'text' },
    { name: 'api', label: '途径', type: 'text' },
    { name: 'act', label: '操作', type: 'text', required: true, index: true },
    { name: 'target', label: '哪一类', type: 'text', index: true },
    { name: 'rowId', label: '哪一条', type: 'text', index: true },
    { name: 'title', label: '标题', type: 'text' },
    { name: 'reason', label: '理由', type: 'textarea' },
    { name: 'changes', label: '前后差别', type: 'textarea' },
    { name: 'prev', label: '上一行的指纹', type: 'text', required: true },
    { name: 'hash', label: '指纹', type: 'text', required: true },
    { name: 'seal', label: '密封', type: 'text', required: true },
  ],
};
