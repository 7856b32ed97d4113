import type { CollectionConfig } from 'payload';
import { optionsOf } from '../fields/options-of.ts';
import { access } from '../access/access.ts';
import { keepFilledColumns } from '../release/keep-shown.ts';
import { storyKinds } from '../story/facts.ts';
import { answerField } from './answer-field.ts';
import { idField } from '../fields/id-field.ts';
import { line, slug, words } from '../fields/own-words.ts';

/** 栏目: places of the site that stories belong to. */
export const columns: CollectionConfig = {
  slug: 'columns',
  labels: { singular: '栏目', plural: '栏目' },
  admin: {
    group: '内容',
    useAsTitle: 'name',
    defaultColumns: ['name', 'slug', 'type', 'navOrder'],
    description: '网站的栏目。名称、类型、说明、关键词改了以后等第二人同意，之前网站上还是原来的。',
  },
  access: access('columns'),
  defaultSort: 'navOrder',
  disableDuplicate: true,
  hooks: { beforeDelete: [keepFilledColumns] },
  fields: [
    idField,
    line('name', '名称', { required: true, maxLength: 12 }),
    // Published stories and other people's links name it.
    {
      ...slug('出现在网址里，定下后不能再改。'),
      unique: true,
      access: { update: () => false },
    } as CollectionConfig['fields'][number],
    {
      name: 'description',
      label: '说明',
      type: 'textarea',
      required: true,
      admin: { description: '显示在栏目页标题下，也写进页面标签。' },
    },
    line('type', '栏目类型', { required: true, description: '例如 政务动态、通知公告；写进页面的 ColumnType 标签。' }),
    words('keywords', '关键词'),
    answerField,
    {
      name: 'kinds',
      label: '收哪些稿件',
      type: 'select',
      hasMany: true,
      required: true,
      options: [...optionsOf(storyKinds), { value: 'material', label: '教学材料' }],
    },
    {
      name: 'navOrder',
      label: '导航位置',
      type: 'number',
      admin: { description: '留空则不进主导航，只在网站地图里出现。' },
    },
  ],
};
