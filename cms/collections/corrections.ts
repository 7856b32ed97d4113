import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { idField } from '../fields/id-field.ts';
import { immutable } from '../fields/immutable.ts';

/** 更正: what was wrong in a release that went out, and how it must read. Every copy of that release and of earlier ones is put right. */
export const corrections: CollectionConfig = {
  slug: 'corrections',
  labels: { singular: '更正决定', plural: '更正决定' },
  admin: {
    group: '内容',
    useAsTitle: 'right',
    defaultColumns: ['story', 'wrong', 'right', 'by', 'at'],
    description:
      '谁在什么时候更正了哪一版的哪一处。终审人一个人登记的，第二人同意以前网页上只写有内容正在更正；同意以后公开显示，各渠道的副本逐份更正。不能修改、不能删除。',
  },
  access: access('corrections'),
  defaultSort: '-at',
  ...immutable('更正决定不能修改或删除：更正本身有误的，请再作一次更正。'),
  fields: [
    idField,
    // release:fingerprint of wrong and right: the same correction twice is one.
    { name: 'key', label: '唯一键', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'story', label: '稿件', type: 'relationship', relationTo: 'stories', required: true, index: true },
    // The newest release in which it was wrong.
    { name: 'release', label: '有误的签发稿', type: 'relationship', relationTo: 'releases', required: true },
    { name: 'wrong', label: '原文', type: 'textarea', required: true },
    { name: 'right', label: '改为', type: 'textarea', required: true },
    { name: 'note', label: '说明', type: 'textarea' },
    { name: 'by', label: '决定人', type: 'text', required: true },
    { name: 'at', label: '决定时间', type: 'date', required: true, index: true },
  ],
};
