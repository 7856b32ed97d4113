import type { CollectionConfig } from 'payload';
import { optionsOf } from '../fields/options-of.ts';
import { access } from '../access/access.ts';
import { reviewModes } from '../story/review-mode.ts';
import { idField } from '../fields/id-field.ts';
import { immutable } from '../fields/immutable.ts';
import { jsonColumn } from '../columns/json-column.ts';
import { reviewersDoor } from '../story/review-doors.ts';
import { snapshotDoor } from '../story/snapshot-doors.ts';

/** 签发稿: an exact, fingerprinted copy of what was approved. Only releases go out. */
export const releases: CollectionConfig = {
  slug: 'releases',
  labels: { singular: '签发稿', plural: '签发稿' },
  admin: {
    group: '内容',
    useAsTitle: 'title',
    defaultColumns: ['title', 'version', 'signedBy', 'signedAt'],
    description: '终审签发时留下的原样副本，不能修改、不能删除。网页和各渠道发出的都是它。',
  },
  access: access('releases'),
  defaultSort: '-signedAt',
  ...immutable('签发稿不能修改或删除：要改内容请改稿件并重新送审，要下线请撤回。'),
  fields: [
    idField,
    // story:version; who inserts it owns that version.
    { name: 'key', label: '唯一键', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'title', label: '标题', type: 'text', required: true },
    { name: 'story', label: '稿件', type: 'relationship', relationTo: 'stories', required: true, index: true },
    { name: 'version', label: '第几版', type: 'number', required: true },
    { name: 'round', label: '第几轮', type: 'number', required: true, admin: { hidden: true } },
    { name: 'kind', label: '种类', type: 'text', required: true },
    { name: 'column', label: '栏目', type: 'text' },
    { name: 'hash', label: '内容指纹', type: 'text', required: true, index: true },
    { name: 'signedBy', label: '签发人', type: 'text', required: true },
    { name: 'signedAt', label: '签发时间', type: 'date', required: true, index: true },
    // 上线时间 as the signer chose it; empty: at once, for ever.
    { name: 'showFrom', label: '定时上线', type: 'date' },
    { name: 'showUntil', label: '定时下线', type: 'date' },
    jsonColumn(reviewersDoor, { name: 'reviewers', label: '审签记录', required: true }),
    // Empty in releases older than the choice: three people.
    { name: 'reviewMode', label: '审签方式', type: 'select', options: optionsOf(reviewModes) },
    { name: 'imported', label: '示例导入', type: 'checkbox', required: true, defaultValue: false },
    jsonColumn(snapshotDoor, { name: 'snapshot', label: '内容', required: true, admin: { hidden: true } }),
  ],
};
