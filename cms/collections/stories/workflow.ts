import type { Field } from 'payload';
import { deskField } from '../../admin/story/desk/desk-field.ts';
import { reviewField } from '../../admin/story/review-field.ts';
import { stages } from '../../story/stage.ts';
import { optionsOf } from '../../fields/options-of.ts';
import { jsonColumn } from '../../columns/json-column.ts';
import { editorsDoor, reviewsDoor } from '../../story/review-doors.ts';

const never = { create: () => false, update: () => false };

/** Where a story stands. Only review acts and the edit rule write here. */
export const workflowFields: Field[] = [
  reviewField,
  deskField,
  {
    name: 'stage',
    label: '审签状态',
    type: 'select',
    required: true,
    index: true,
    defaultValue: 'draft',
    options: optionsOf(stages),
    access: never,
    admin: {
      position: 'sidebar',
      readOnly: true,
      components: { Cell: '/admin/story/StageCell.tsx#StageCell' },
      description:
        '送审、审签请用上方“审签”里的按钮；还缺内容时按钮按不动，旁边写着缺什么。改动内容会让稿件回到草稿，重新送审；已上线的版本不受影响。',
    },
  },
  {
    name: 'createdBy',
    label: '采编',
    type: 'relationship',
    relationTo: 'users',
    index: true,
    access: never,
    admin: { position: 'sidebar', readOnly: true },
  },
  // Reviews that wait may be given to somebody by name; empty: whoever holds the role.
  {
    name: 'assignee',
    label: '指定由谁审',
    type: 'relationship',
    relationTo: 'users',
    access: never,
    admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data.assignee) },
  },
  // Reviews of an earlier round are history: they no longer count.
  {
    name: 'round',
    label: '第几轮',
    type: 'number',
    required: true,
    defaultValue: 1,
    access: never,
    admin: { hidden: true },
  },
  jsonColumn(reviewsDoor, {
    name: 'reviews',
    label: '审签记录',
    required: true,
    defaultValue: [],
    access: never,
    admin: { hidden: true },
  }),
  jsonColumn(editorsDoor, {
    name: 'editors',
    label: '改过稿的人',
    required: true,
    defaultValue: [],
    access: never,
    admin: { hidden: true },
  }),
  { name: 'contentHash', label: '内容指纹', type: 'text', access: never, admin: { hidden: true } },
];
