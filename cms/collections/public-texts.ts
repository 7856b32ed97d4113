import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { fileEndpoints } from '../desk/texts/file-endpoints.ts';
import { idField } from '../fields/id-field.ts';
import { eitherDoor } from '../columns/either-door.ts';
import { jsonColumn } from '../columns/json-column.ts';
import { agreedFileDoor, baselineDoor } from '../texts/files/copy-doors.ts';
import { pagesDoor, wordingDoor } from '../texts/words-doors.ts';

/** 公开文字: the words of columns, notices, withdrawals, corrections and campaigns that the public reads, and who stands for them. Written by the system alone. */
export const publicTexts: CollectionConfig = {
  slug: 'public-texts',
  labels: { singular: '公开文字', plural: '公开文字' },
  admin: {
    group: '站务',
    useAsTitle: 'key',
    defaultColumns: ['key', 'proposedBy', 'agreedBy', 'agreedAt', 'note'],
    description:
      '栏目、节点通知、撤回说明、更正、活动和排期在网站上现在怎样写，谁写的，谁同意的。要改，请改栏目等本身，再由第二人同意。',
  },
  access: access('public-texts'),
  endpoints: fileEndpoints,
  defaultSort: '-agreedAt',
  lockDocuments: false,
  disableDuplicate: true,
  fields: [
    idField,
    // `columns/<id>`: one public wording each.
    { name: 'key', label: '哪一条', type: 'text', required: true, unique: true },
    { name: 'subject', label: '种类', type: 'text', required: true, index: true },
    { name: 'row', type: 'text', required: true, admin: { hidden: true } },
    jsonColumn(eitherDoor([wordingDoor, agreedFileDoor, baselineDoor]), {
      name: 'words',
      label: '文字',
      required: true,
    }),
    { name: 'version', label: '指纹', type: 'text', required: true, admin: { hidden: true } },
    jsonColumn(pagesDoor, { name: 'pages', admin: { hidden: true } }),
    { name: 'proposedBy', label: '谁写的', type: 'text' },
    { name: 'agreedBy', label: '谁同意的', type: 'text' },
    { name: 'agreedById', type: 'text', admin: { hidden: true } },
    { name: 'agreedAt', label: '同意时间', type: 'date', required: true },
    { name: 'note', label: '说明', type: 'text' },
    { name: 'reason', label: '检查看错的理由', type: 'text' },
  ],
};
