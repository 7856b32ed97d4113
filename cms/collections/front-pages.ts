import type { CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { previewEndpoint } from '../desk/front/preview-endpoint.ts';
import { fillItems, mostItems, onlyOne } from '../desk/front/fill-items.ts';
import { frontPreviewField } from '../admin/front/front-preview-field.ts';
import { idField } from '../fields/id-field.ts';
import { frontPlaces, onQuietDays } from '../story/front-item.ts';

const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const bySystem = { admin: { readOnly: true, hidden: true } } as const;

/** 首页编排: one row. Who changes it proposes; the public sees it when a second person agrees (docs/decisions/046, 064). */
export const frontPages: CollectionConfig = {
  slug: 'front-pages',
  labels: { singular: '首页编排', plural: '首页编排' },
  admin: {
    group: '内容',
    useAsTitle: 'name',
    defaultColumns: ['name', 'updatedAt'],
    description:
      '首页的头条和置顶。拖动左边的点，或用右边菜单里的上移、下移排先后；保存以后等第二人同意，之前首页还是原来的。不排也行：首页照常由活动和最新稿件领头。',
  },
  access: access('front-pages'),
  disableDuplicate: true,
  versions: { drafts: false, maxPerDoc: 30 },
  hooks: { beforeValidate: [onlyOne], beforeChange: [fillItems] },
  endpoints: [previewEndpoint],
  fields: [
    idField,
    { name: 'name', label: '名称', type: 'text', required: true, unique: true, defaultValue: '首页编排', ...bySystem },
    {
      name: 'items',
      label: '头条和置顶',
      labels: { singular: '一篇', plural: '头条和置顶' },
      type: 'array',
      maxRows: mostItems,
      fields: [
        {
          name: 'story',
          label: '稿件',
          type: 'relationship',
          relationTo: 'stories',
          required: true,
          filterOptions: { kind: { not_equals: 'material' } },
          admin: { description: '签发过的稿件；定时上线的也可以，到时才出现。' },
        },
        {
          type: 'row',
          fields: [
            {
              name: 'place',
              label: '放在',
              type: 'select',
              required: true,
              defaultValue: frontPlaces[1],
              options: options(frontPlaces),
            },
            {
              name: 'quiet',
              label: '静默日',
              type: 'select',
              required: true,
              defaultValue: onQuietDays[0],
              options: options(onQuietDays),
              admin: { description: '合乎悼念气氛的，才选“静默日照常”。' },
            },
            {
              name: 'untilAt',
              label: '到几时为止',
              type: 'date',
              admin: {
                date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' },
                description: '不填就一直放着，直到有人改。',
              },
            },
          ],
        },
        // What two people agree to, in words: filled in from the three above at every save.
        { name: 'serial', label: '编号', type: 'number', ...bySystem },
        { name: 'title', label: '标题', type: 'text', ...bySystem },
        { name: 'until', label: '到', type: 'text', ...bySystem },
      ],
    },
    frontPreviewField,
  ],
};
