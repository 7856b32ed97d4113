import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { answerField } from './answer-field.ts';
import { idField } from '../fields/id-field.ts';
import { day, line } from '../fields/own-words.ts';

/** 发布批次: role models that go out together, once every story of the batch is signed. */
export const batches: CollectionConfig = {
  slug: 'batches',
  labels: { singular: '发布批次', plural: '发布批次' },
  admin: {
    group: '诚信典型',
    useAsTitle: 'name',
    defaultColumns: ['name', 'batchDate', 'awardingBody', 'releasedAt'],
    description: '同一批的诚信典型一起上线：全部签发以后自动发布，在那之前签发好的先等着。',
  },
  access: access('batches'),
  defaultSort: '-createdAt',
  disableDuplicate: true,
  fields: [
    idField,
    {
      ...line('name', '批次', { required: true, maxLength: 12, description: '例如 第十三批。' }),
      unique: true,
    } as CollectionConfig['fields'][number],
    day('batchDate', '发布日期'),
    line('awardingBody', '授予单位', { maxLength: 40 }),
    line('docNo', '授予文件文号', { maxLength: 40 }),
    answerField,
    {
      name: 'releasedAt',
      label: '已发布',
      type: 'date',
      access: { create: () => false, update: () => false },
      admin: {
        position: 'sidebar',
        readOnly: true,
        date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' },
      },
    },
    {
      name: 'nominations',
      label: '人选',
      type: 'join',
      collection: 'nominations',
      on: 'batch',
      maxDepth: 0,
      admin: { allowCreate: false, defaultColumns: ['name', 'category', 'state'] },
    },
  ],
};
