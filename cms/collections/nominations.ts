import type { CollectionConfig } from 'payload';
import { optionsOf } from '../fields/options-of.ts';
import { access } from '../access/access.ts';
import { followNomination } from '../honours/follow-nomination.ts';
import { judgeNomination } from '../nominations/judge-nomination.ts';
import { nominationStates } from '../nominations/state.ts';
import { answerField } from './answer-field.ts';
import { idField } from '../fields/id-field.ts';
import { day, line, prose } from '../fields/own-words.ts';
import { jsonColumn } from '../columns/json-column.ts';
import { historyDoor } from '../nominations/history-door.ts';

const never = { create: () => false, update: () => false };
const states = optionsOf(nominationStates);

/** 推荐人选: from the recommending unit's proposal to the honour, and to its withdrawal. */
export const nominations: CollectionConfig = {
  slug: 'nominations',
  labels: { singular: '推荐人选', plural: '推荐人选' },
  admin: {
    group: '诚信典型',
    useAsTitle: 'name',
    defaultColumns: ['name', 'category', 'recommendedBy', 'state', 'batch'],
    description: '推荐、征得同意、信用复核、公示期满才能通过；通过后自动起一篇稿件草稿。荣誉只凭授予单位的文件撤销。',
  },
  access: access('nominations'),
  defaultSort: '-updatedAt',
  disableDuplicate: true,
  hooks: { beforeChange: [judgeNomination], afterChange: [followNomination] },
  fields: [
    idField,
    {
      type: 'row',
      fields: [
        line('name', '姓名或单位', { required: true, maxLength: 9 }),
        {
          name: 'subject',
          label: '人选是',
          type: 'select',
          required: true,
          defaultValue: 'person',
          options: [
            { value: 'person', label: '个人' },
            { value: 'minor', label: '未成年人' },
            { value: 'unit', label: '单位或群体' },
          ],
        },
        line('category', '类别', { maxLength: 12, description: '例如 诚信人物、诚信企业。' }),
      ],
    },
    {
      type: 'row',
      fields: [line('place', '地点', { maxLength: 20 }), line('recommendedBy', '推荐单位', { maxLength: 40 })],
    },
    prose('deed', '事迹', '推荐单位写的材料，通过后成为稿件草稿的正文。'),
    answerField,
    {
      name: 'consent',
      label: '同意',
      type: 'group',
      fields: [
        {
          name: 'by',
          label: '谁同意的',
          type: 'select',
          options: [
            { value: 'self', label: '本人' },
            { value: 'guardian', label: '监护人' },
            { value: 'unit', label: '单位' },
          ],
        },
        day('on', '同意日期'),
        {
          name: 'paper',
          label: '同意书',
          type: 'upload',
          relationTo: 'papers',
          admin: { description: '不公开；未通过或下线后按期限销毁。' },
        },
        {
          name: 'paperSha256',
          label: '同意书指纹',
          type: 'text',
          access: never,
          admin: { readOnly: true, condition: (data) => Boolean(data.consent?.paperSha256) },
        },
        {
          name: 'purgedOn',
          label: '销毁日期',
          type: 'text',
          access: never,
          admin: { readOnly: true, condition: (data) => Boolean(data.consent?.purgedOn) },
        },
      ],
    },
    {
      name: 'rechecks',
      label: '信用复核',
      type: 'array',
      labels: { singular: '复核', plural: '复核' },
      fields: [
        day('on', '日期', { required: true }),
        line('by', '复核人', { required: true, maxLength: 16 }),
        line('source', '查的是哪里', {
          required: true,
          maxLength: 40,
          description: '例如 信用中国、中国执行信息公开网。',
        }),
        {
          name: 'result',
          label: '结果',
          type: 'select',
          required: true,
          options: [
            { value: 'clean', label: '无不良信用记录' },
            { value: 'hit', label: '在现行名单上' },
          ],
        },
      ],
    },
    {
      name: 'notice',
      label: '公示',
      type: 'group',
      fields: [
        line('where', '在哪里公示', { maxLength: 60 }),
        { type: 'row', fields: [day('from', '自'), day('to', '至')] },
        {
          name: 'objections',
          label: '异议',
          type: 'array',
          labels: { singular: '异议', plural: '异议' },
          fields: [
            day('on', '收到日期', { required: true }),
            prose('what', '异议内容'),
            {
              name: 'verdict',
              label: '核查结论',
              type: 'select',
              required: true,
              defaultValue: 'open',
              options: [
                { value: 'open', label: '核查中' },
                { value: 'unfounded', label: '不成立' },
                { value: 'upheld', label: '成立' },
              ],
            },
            prose('answer', '核查情况'),
          ],
        },
      ],
    },
    {
      name: 'revocation',
      label: '荣誉撤销',
      type: 'group',
      admin: { description: '只能凭授予单位的撤销文件。' },
      fields: [
        line('body', '授予单位', { maxLength: 40 }),
        line('docNo', '撤销文件文号', { maxLength: 40 }),
        day('on', '文件日期'),
      ],
    },
    {
      name: 'state',
      label: '状态',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'draft',
      options: states,
      admin: { position: 'sidebar', description: '改状态并保存；条件不够时会写明还缺什么。' },
    },
    {
      name: 'reason',
      label: '理由',
      type: 'textarea',
      admin: { position: 'sidebar', description: '未通过、下线时必填。' },
    },
    {
      name: 'batch',
      label: '发布批次',
      type: 'relationship',
      relationTo: 'batches',
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'story',
      label: '稿件',
      type: 'relationship',
      relationTo: 'stories',
      index: true,
      access: never,
      admin: { position: 'sidebar', readOnly: true },
    },
    { name: 'closedOn', label: '了结日期', type: 'text', access: never, admin: { hidden: true } },
    // Last hit of the nightly comparison, as a sentence.
    {
      name: 'hit',
      label: '名单比对',
      type: 'textarea',
      access: never,
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data.hit) },
    },
    jsonColumn(historyDoor, {
      name: 'history',
      label: '经过',
      required: true,
      defaultValue: [],
      access: never,
      admin: { hidden: true },
    }),
  ],
};
