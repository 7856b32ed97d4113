import type { CollectionConfig } from 'payload';
import { deliveryWords, misfireWords, recallWords } from '../../campaigns/ports/state-words.ts';
import { ledgerEndpoints } from '../ledger/ledger-endpoints.ts';
import { access } from '../access/access.ts';
import { idField } from '../fields/id-field.ts';
import { optionsOf } from '../fields/options-of.ts';
import { jsonColumn } from '../columns/json-column.ts';
import { progressDoor } from '../store/progress-door.ts';

/**
 * The outbox: one row per (post, channel, release). Staff read it as 推送台账; only `cms/store` writes it, through the
 * database adapter. `key` is the lock that keeps two planners from making the same delivery.
 */
export const deliveries: CollectionConfig = {
  slug: 'deliveries',
  labels: { singular: '推送', plural: '推送台账' },
  admin: {
    group: false,
    useAsTitle: 'key',
    defaultColumns: ['plannedAt', 'channel', 'state', 'note'],
    description: '每一条是一篇稿件在一个渠道上的一份。由系统记录，不能手工改写，只能在台账里登记。',
  },
  defaultSort: '-plannedAt',
  timestamps: false,
  // Each minute: what is out since thirty days, among all that has ever gone out (docs/decisions/056).
  indexes: [{ fields: ['state', 'plannedAt'] }],
  lockDocuments: false,
  endpoints: ledgerEndpoints,
  access: access('deliveries'),
  fields: [
    idField,
    { name: 'key', label: '唯一键', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'campaignId', label: '活动', type: 'text', required: true, index: true },
    { name: 'postId', label: '排期条目', type: 'text', required: true, index: true },
    { name: 'channel', label: '渠道', type: 'text', required: true },
    { name: 'releaseId', label: '签发稿', type: 'text', required: true, index: true },
    { name: 'state', label: '状态', type: 'select', options: optionsOf(deliveryWords), required: true, index: true },
    { name: 'plannedAt', label: '计划时间', type: 'date', required: true, index: true },
    { name: 'misfire', label: '错过时怎么办', type: 'select', options: optionsOf(misfireWords), required: true },
    { name: 'misfireWindow', label: '补发时限（分钟）', type: 'number', required: true },
    { name: 'nextAt', label: '下次处理', type: 'date', index: true },
    { name: 'sentAt', label: '发出时间', type: 'date' },
    { name: 'externalId', label: '平台编号', type: 'text' },
    { name: 'url', label: '平台链接', type: 'text' },
    { name: 'attempts', label: '尝试次数', type: 'number', required: true },
    jsonColumn(progressDoor, { name: 'progress', label: '进度', admin: { hidden: true } }),
    { name: 'note', label: '最近结果', type: 'textarea' },
    // What became of taking the copy back or putting it right; empty while nobody asks for it.
    { name: 'recall', label: '撤回与更正', type: 'select', options: optionsOf(recallWords), index: true },
    // Which decision the trail has taken in last: the tick compares it with the newest one.
    { name: 'recallOrder', label: '撤回或更正决定', type: 'text', admin: { hidden: true } },
    { name: 'recallAt', label: '决定时间', type: 'date' },
    { name: 'recallBy', label: '办结期限', type: 'date' },
  ],
};
