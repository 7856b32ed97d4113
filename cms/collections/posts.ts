import type { CollectionConfig, Where } from 'payload';
import { access } from '../access/access.ts';
import { moveEndpoints } from '../schedule/move-endpoint.ts';
import { anyTexts, type Choice } from '../fields/choice.ts';
import { optionsOf } from '../fields/options-of.ts';
import { misfireWords } from '../../campaigns/ports/state-words.ts';
import { idField } from '../fields/id-field.ts';
import { daysAway, line, slug, timeOfDay, whole } from '../fields/own-words.ts';
import { jsonColumn } from '../columns/json-column.ts';
import { movesDoor } from '../schedule/move-record.ts';
import { withinShowing } from '../schedule/within-showing.ts';

/** 排期条目: one story to some channels at one moment of a campaign. What goes out is the story's newest release. */
export const posts = (channels: Choice[]): CollectionConfig => ({
  slug: 'posts',
  labels: { singular: '排期条目', plural: '排期' },
  admin: {
    group: '宣传',
    useAsTitle: 'label',
    defaultColumns: ['label', 'campaign', 'story', 'offsetDays', 'time', 'channels'],
    description:
      '哪篇稿件、哪天几点、发到哪些渠道。发出的总是最近一次终审签发的内容。活动确认以后改的“说明”等第二人同意，之前网站上还是原来的。',
  },
  access: access('posts'),
  // A copy of a post is the same story to the same channels at the same minute.
  disableDuplicate: true,
  endpoints: moveEndpoints,
  hooks: {
    beforeValidate: [
      ({ data, originalDoc }) => ({
        ...data,
        key: `${data?.campaign ?? originalDoc?.campaign}/${data?.slug ?? originalDoc?.slug}`,
      }),
    ],
    beforeChange: [withinShowing],
  },
  fields: [
    idField,
    { name: 'key', label: '活动和网址短名', type: 'text', unique: true, required: true, admin: { hidden: true } },
    { name: 'campaign', label: '活动', type: 'relationship', relationTo: 'campaigns', required: true, index: true },
    line('label', '说明', { required: true, maxLength: 6, description: '六个字以内，例如 预告、当天、回顾。' }),
    slug('给这一条起个英文短名，同一活动里不能重复，例如 preview。'),
    {
      name: 'story',
      label: '稿件',
      type: 'relationship',
      relationTo: 'stories',
      index: true,
      filterOptions: (): Where => ({ kind: { not_equals: 'material' } }),
      admin: { description: '还没有定稿可以先空着：空着的不会发出，“今日”会提醒。' },
    },
    {
      name: 'channels',
      label: '渠道',
      type: 'select',
      hasMany: true,
      required: true,
      options: channels,
      typescriptSchema: anyTexts,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'anchor',
          label: '从哪天算',
          type: 'select',
          required: true,
          defaultValue: 'start',
          options: [
            { value: 'start', label: '节点第一天' },
            { value: 'end', label: '节点最后一天' },
          ],
        },
        daysAway('offsetDays', '相隔天数', { fallback: 0, description: '之前写负数。' }),
        timeOfDay('time', '时刻', '09:00'),
      ],
    },
    {
      name: 'at',
      label: '固定时间',
      type: 'date',
      admin: {
        description: '填了就按这个时间发，不再按节点推算。',
        date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' },
      },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'misfire',
          label: '错过时',
          type: 'select',
          required: true,
          defaultValue: 'late',
          options: optionsOf(misfireWords),
        },
        whole('misfireWindow', '补发时限（分钟）', { min: 0, max: 30 * 24 * 60, required: true, fallback: 180 }),
      ],
    },
    {
      name: 'festive',
      label: '节庆内容',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: '勾上后，遇到公祭日等静默日不发。' },
    },
    {
      name: 'moveHistory',
      type: 'ui',
      admin: { components: { Field: '/admin/views/move/MoveHistory.tsx#MoveHistory' } },
    },
    // Who moved it, when and why: written by the calendar alone (`cms/schedule/move-post.ts`).
    jsonColumn(movesDoor, {
      name: 'moves',
      label: '改期记录',
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
    }),
  ],
});
