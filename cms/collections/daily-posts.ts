import type { CollectionConfig } from 'payload';
import { misfireWords } from '../../campaigns/ports/state-words.ts';
import { access } from '../access/access.ts';
import { jsonColumn } from '../columns/json-column.ts';
import {
  cancelledDoor,
  confirmedDoor,
  dailyChannelsDoor,
  dailyWritersDoor,
  declinedDoor,
  ownWordsDoor,
} from '../daily/doors.ts';
import { idField } from '../fields/id-field.ts';
import { optionsOf } from '../fields/options-of.ts';
import { pushEndpoints } from '../push/endpoints.ts';

/** 日常推送: one signed story to some channels at one minute, outside any campaign. Written through 推送… alone. */
export const dailyPosts: CollectionConfig = {
  slug: 'daily-posts',
  labels: { singular: '日常推送', plural: '日常推送' },
  admin: {
    group: false,
    useAsTitle: 'title',
    defaultColumns: ['title', 'at', 'state'],
    description: '不属于任何活动的推送。在已签发的稿件上按“推送…”提出，另一个人确认以后才会发出；这里只查看。',
  },
  access: access('daily-posts'),
  defaultSort: '-at',
  lockDocuments: false,
  disableDuplicate: true,
  endpoints: pushEndpoints,
  fields: [
    idField,
    // Story, minute and channels of one that is wanted: asked for twice at once, it is one.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'title', label: '稿件标题', type: 'text', required: true },
    { name: 'story', label: '稿件', type: 'relationship', relationTo: 'stories', required: true, index: true },
    // One statement writes a row whole: channels in rows of their own could be left behind half-way.
    jsonColumn(dailyChannelsDoor, { name: 'channels', label: '渠道', required: true, admin: { hidden: true } }),
    {
      name: 'at',
      label: '时间',
      type: 'date',
      required: true,
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' } },
    },
    {
      name: 'state',
      label: '状态',
      type: 'select',
      required: true,
      index: true,
      options: [
        { value: 'open', label: '还要发' },
        { value: 'cancelled', label: '已取消' },
      ],
    },
    { name: 'misfire', label: '错过时', type: 'select', required: true, options: optionsOf(misfireWords) },
    { name: 'misfireWindow', label: '补发时限（分钟）', type: 'number', required: true },
    { name: 'festive', label: '节庆内容', type: 'checkbox' },
    { name: 'wording', type: 'text', required: true, admin: { hidden: true } },
    jsonColumn(ownWordsDoor, { name: 'words', label: '自己写的话', admin: { hidden: true } }),
    jsonColumn(dailyWritersDoor, { name: 'writers', label: '提出人', required: true, admin: { hidden: true } }),
    jsonColumn(confirmedDoor, { name: 'confirmed', label: '第二人的确认', admin: { hidden: true } }),
    jsonColumn(declinedDoor, { name: 'declined', label: '第二人的不同意', admin: { hidden: true } }),
    jsonColumn(cancelledDoor, { name: 'cancelled', label: '取消', admin: { hidden: true } }),
  ],
};
