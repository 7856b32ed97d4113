import type { CollectionConfig, FieldAccess } from 'payload';
import { access } from '../access/access.ts';
import { personOf } from '../access/person-of.ts';
import { programmeField } from '../admin/campaign/programme-field.ts';
import { programmeEndpoints } from '../programme/endpoints.ts';
import { answerField } from './answer-field.ts';
import { campaignOrigin, campaignWork, never } from './campaign-work.ts';
import { anyText, type Choices } from '../fields/choice.ts';
import { optionsOf } from '../fields/options-of.ts';
import { campaignWords } from '../words/campaign-words.ts';
import { idField } from '../fields/id-field.ts';
import { confirmWords } from '../desk/texts/confirm-words.ts';
import { postsSeen } from '../desk/texts/posts-seen.ts';
import { day, daysAway, line, prose, sitePath, slug, whole, words } from '../fields/own-words.ts';

/** Confirming a campaign lets its posts go out: a signer's decision. */
const onlySigners: FieldAccess = ({ req }) => personOf(req)?.roles.includes('signer') ?? false;

/** A phase that ends before it begins would be over before it was there. */
const inOrder = (last: number, { startOffset }: Record<string, unknown>): string | null =>
  typeof startOffset === 'number' && last < startOffset
    ? `阶段的“到第几天”（${last}）早于“从第几天”（${startOffset}）：请核对，提前的天数写负数。`
    : null;

/** 活动: one occasion of one year as this city marks it. */
export const campaigns = ({ occasions, channels }: Choices): CollectionConfig => ({
  slug: 'campaigns',
  labels: { singular: '活动', plural: '活动' },
  admin: {
    group: '宣传',
    useAsTitle: 'title',
    defaultColumns: ['title', 'year', 'occasion', 'state'],
    description:
      '围绕一个节点的宣传活动。没有写过它的终审人确认后，排期里的推送才会发出；确认以后改的文字等第二人同意，之前网站上还是原来的。',
  },
  access: access('campaigns'),
  defaultSort: '-year',
  // Its own 复制 makes the next year's (`cms/programme`); two of one name in one year there are not.
  disableDuplicate: true,
  endpoints: programmeEndpoints,
  hooks: {
    beforeChange: [confirmWords],
    // A post without its campaign would never go out and never go away.
    beforeDelete: [
      async ({ id, req }) =>
        void (await req.payload.delete({ collection: 'posts', where: { campaign: { equals: id } }, req })),
    ],
    beforeValidate: [
      ({ data, originalDoc }) => ({
        ...data,
        key: `${data?.year ?? originalDoc?.year}/${data?.slug ?? originalDoc?.slug}`,
      }),
    ],
  },
  fields: [
    idField,
    { name: 'key', label: '年份和网址短名', type: 'text', unique: true, required: true, admin: { hidden: true } },
    programmeField,
    line('title', '名称', { required: true, maxLength: 18 }),
    line('theme', '主题', { required: true, maxLength: 40 }),
    line('standfirst', '一句话', { required: true, maxLength: 60 }),
    {
      type: 'row',
      fields: [
        {
          name: 'occasion',
          label: '节点',
          type: 'select',
          required: true,
          options: occasions,
          typescriptSchema: anyText,
          index: true,
        },
        { ...whole('year', '年份', { min: 2000, max: 2099, required: true }), index: true },
        slug('出现在网址里，同一年里不能重复，例如 315。'),
      ],
    },
    {
      name: 'phases',
      label: '阶段',
      type: 'array',
      labels: { singular: '阶段', plural: '阶段' },
      minRows: 1,
      required: true,
      admin: { description: '天数从节点第一天算起：前7天写 -7，当天写 0。' },
      fields: [
        line('name', '名称', { required: true, maxLength: 6 }),
        line('hint', '提示', { maxLength: 16 }),
        daysAway('startOffset', '从第几天'),
        daysAway('endOffset', '到第几天', { judge: inOrder }),
      ],
    },
    words('good', '宜', { maxRows: 3, maxLength: 9 }),
    words('avoid', '忌', { maxRows: 3, maxLength: 9 }),
    {
      name: 'actions',
      label: '行动入口',
      type: 'array',
      labels: { singular: '入口', plural: '入口' },
      maxRows: 2,
      fields: [line('label', '文字', { required: true, maxLength: 10 }), sitePath('path', '站内路径')],
    },
    words('units', '参加单位'),
    prose('basis', '依据'),
    answerField,
    ...campaignWork(channels),
    {
      type: 'row',
      fields: [
        {
          name: 'state',
          label: '状态',
          type: 'select',
          required: true,
          defaultValue: 'draft',
          index: true,
          access: { create: onlySigners, update: onlySigners },
          options: optionsOf(campaignWords),
        },
        line('docNo', '批准文号'),
        day('confirmedOn', '确认日期'),
      ],
    },
    ...campaignOrigin,
    postsSeen,
    // Set by the command alone: a rehearsal waits for no notice, sends what is fiction, and no page or list shows it.
    {
      name: 'rehearsal',
      label: '彩排',
      type: 'checkbox',
      defaultValue: false,
      access: never,
      admin: { hidden: true },
    },
    {
      name: 'posts',
      label: '排期',
      type: 'join',
      collection: 'posts',
      on: 'campaign',
      defaultSort: 'offsetDays',
      admin: { defaultColumns: ['label', 'story', 'offsetDays', 'time', 'channels'] },
    },
  ],
});
