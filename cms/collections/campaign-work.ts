import type { Field } from 'payload';
import { anyText, type Choice } from '../fields/choice.ts';
import { day, daysAway, line, prose, webAddress, whole } from '../fields/own-words.ts';

/** 分工: what has to be done by which unit until when, and what shows that it was done (R60). */
const tasks: Field = {
  name: 'tasks',
  label: '分工',
  type: 'array',
  labels: { singular: '任务', plural: '任务' },
  admin: {
    initCollapsed: true,
    description:
      '时限从节点第一天倒排：提前10天写 -10；遇周末和放假，自动提前到最近的工作日。逾期未办的会出现在“今日”。',
  },
  fields: [
    {
      type: 'row',
      fields: [
        line('name', '任务', { required: true, maxLength: 30 }),
        daysAway('offsetDays', '时限（相隔天数）', { fallback: -10 }),
      ],
    },
    { type: 'row', fields: [line('unit', '责任单位', { maxLength: 40 }), line('owner', '经办人', { maxLength: 20 })] },
    {
      type: 'row',
      fields: [
        day('doneOn', '办结日期', { description: '办完填写，例如 2026-06-14；空着就是没有办结。' }),
        line('doneBy', '办结人', { maxLength: 20 }),
      ],
    },
    prose('evidence', '佐证说明', '例如 文号、会议时间、印了多少份。'),
    {
      type: 'row',
      fields: [
        webAddress('evidenceUrl', '佐证链接'),
        {
          name: 'evidenceFile',
          label: '佐证图片',
          type: 'upload',
          relationTo: 'media',
          // Asked for before anything is written: a task's row comes after its campaign's, which would stay without it.
          filterOptions: () => true,
        },
      ],
    },
  ],
};

/** 频次目标: how many pushes a channel, how many materials (R14). Counts of our own work only, never of likes or readers. */
const goals = (channels: Choice[]): Field => ({
  name: 'goals',
  label: '频次目标',
  type: 'array',
  labels: { singular: '目标', plural: '目标' },
  admin: { description: '这次活动在每个渠道打算发几条。只统计自己做了多少，不看点赞和排名。' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'channel',
          label: '渠道',
          type: 'select',
          required: true,
          options: channels,
          typescriptSchema: anyText,
        },
        whole('posts', '条数', { min: 0, max: 999, required: true }),
      ],
    },
  ],
});

/** What a campaign's plan and its report are made of besides its posts. All may be left empty. */
export const campaignWork = (channels: Choice[]): Field[] => [
  line('leadUnit', '责任单位', { maxLength: 40, description: '牵头的一家；其他单位写在“参加单位”。' }),
  prose('purpose', '目的'),
  tasks,
  goals(channels),
  {
    type: 'row',
    fields: [
      whole('materialGoal', '宣传材料目标（件）', { min: 0, max: 99_999_999 }),
      whole('materialCount', '实际发放材料（件）', { min: 0, max: 99_999_999 }),
    ],
  },
  prose('remarks', '附注'),
  prose('outcome', '成效', '结束后写几句做成了什么，会写进总结。'),
];

/** Written by the system alone. */
export const never = { create: () => false, update: () => false };

/** Where a draft came from, and whether next year's has been thought of; written by the system. */
export const campaignOrigin: Field[] = [
  {
    name: 'origin',
    label: '来历',
    type: 'select',
    access: never,
    options: [
      { value: 'copied', label: '从上一年复制' },
      { value: 'proposed', label: '自动提议' },
    ],
    admin: { readOnly: true, condition: (data) => Boolean(data.origin) },
  },
  // Kept on this year's row: a proposal that a person deleted must not come back.
  { name: 'proposedFor', label: '已提议到哪一年', type: 'number', access: never, admin: { hidden: true } },
];
