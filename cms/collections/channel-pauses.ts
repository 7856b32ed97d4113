import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { pauseEndpoints } from '../ledger/pause-endpoints.ts';
import { idField } from '../fields/id-field.ts';

/** 渠道暂停: since when, by whom and why a channel sends nothing new, and who let it go on. Written through 推送台账 alone. */
export const channelPauses: CollectionConfig = {
  slug: 'channel-pauses',
  labels: { singular: '渠道暂停', plural: '渠道暂停记录' },
  admin: {
    group: false,
    useAsTitle: 'reason',
    defaultColumns: ['channel', 'reason', 'pausedBy', 'pausedAt', 'resumedBy', 'resumedAt'],
    description: '谁在什么时候为什么暂停、恢复了哪个渠道。暂停和恢复都在推送台账里做，这里只查看。',
  },
  access: access('channel-pauses'),
  defaultSort: '-pausedAt',
  lockDocuments: false,
  disableDuplicate: true,
  endpoints: pauseEndpoints,
  fields: [
    idField,
    // The channel while it is paused, something else afterwards: at most one open pause each, whoever comes first.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'channel', label: '渠道', type: 'text', required: true, index: true },
    { name: 'reason', label: '原因', type: 'text', required: true },
    { name: 'pausedBy', label: '暂停人', type: 'text', required: true },
    { name: 'pausedAt', label: '暂停时间', type: 'date', required: true },
    { name: 'resumedBy', label: '恢复人', type: 'text' },
    { name: 'resumedAt', label: '恢复时间', type: 'date' },
  ],
};
