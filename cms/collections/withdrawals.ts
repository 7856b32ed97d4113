import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { idField } from '../fields/id-field.ts';
import { immutable } from '../fields/immutable.ts';

/** 撤回: the decision to take a release back everywhere. The next release of the story is not touched by it. */
export const withdrawals: CollectionConfig = {
  slug: 'withdrawals',
  labels: { singular: '撤回决定', plural: '撤回决定' },
  admin: {
    group: '内容',
    useAsTitle: 'reason',
    defaultColumns: ['story', 'reason', 'decidedBy', 'decidedAt'],
    description:
      '谁在什么时候为什么撤回了哪一版。不能修改、不能删除。撤回马上生效；对外说明等第二人同意，之前网站上只写“这篇报道已经撤回。”',
  },
  access: access('withdrawals'),
  defaultSort: '-decidedAt',
  ...immutable('撤回决定不能修改或删除：要重新上线，请改好稿件再送审签发。'),
  fields: [
    idField,
    // The release's id: one withdrawal each, whoever comes first.
    { name: 'key', label: '签发稿', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'story', label: '稿件', type: 'relationship', relationTo: 'stories', required: true, index: true },
    { name: 'reason', label: '对外说明', type: 'textarea', required: true },
    { name: 'decidedBy', label: '决定人', type: 'text', required: true },
    { name: 'decidedAt', label: '决定时间', type: 'date', required: true, index: true },
  ],
};
