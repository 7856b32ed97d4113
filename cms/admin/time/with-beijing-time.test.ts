import type { CollectionConfig, Field } from 'payload';
import { expect, it } from 'vitest';
import { withBeijingTime } from './with-beijing-time.ts';

const moment = (name: string, admin: object = {}): Field => ({ name, type: 'date', admin });
const text: Field = { name: 'title', type: 'text' };
/** Names of the fields that are shown by Beijing's clock, through whatever they stand in. */
const inBeijing = (fields: readonly Field[]): string[] =>
  fields.flatMap((field): string[] => {
    if (field.type === 'date')
      return field.admin?.components?.Field?.toString().includes('BeijingTimeField') ? [field.name] : [];
    if ('fields' in field) return inBeijing(field.fields);
    return 'tabs' in field ? field.tabs.flatMap((tab) => inBeijing(tab.fields)) : [];
  });
const of = (fields: Field[], more: Partial<CollectionConfig> = {}) =>
  withBeijingTime({ slug: 'posts', fields, ...more }).fields;

it.each<[string, Field]>([
  ['on the form itself', moment('at')],
  ['in a row', { type: 'row', fields: [text, moment('at')] }],
  ['in a fold', { type: 'collapsible', label: '更多', fields: [moment('at')] }],
  ['in a group of facts', { name: 'facts', type: 'group', fields: [moment('at')] }],
  ['in a list', { name: 'phases', type: 'array', fields: [{ type: 'row', fields: [moment('at')] }] }],
  [
    'under a tab',
    {
      type: 'tabs',
      tabs: [
        { label: '甲', fields: [text] },
        { label: '乙', fields: [moment('at')] },
      ],
    },
  ],
])('a moment %s is shown and entered by Beijing’s clock', (_, field) => {
  expect(inBeijing(of([field], { timestamps: false }))).toEqual(['at']);
});

it('so is when a row was made and last changed, which the shell would show in the browser’s zone', () => {
  expect(inBeijing(of([text]))).toEqual(['updatedAt', 'createdAt']);
  expect(inBeijing(of([text], { timestamps: false }))).toEqual([]);
});

it('a field that is drawn in its own way stays so, in a list as on a form', () => {
  const [field] = of([moment('at', { components: { Field: '/x.tsx#X' }, readOnly: true })]);
  expect(field).toMatchObject({
    admin: {
      readOnly: true,
      components: { Field: '/x.tsx#X', Cell: '/admin/time/BeijingTimeCell.tsx#BeijingTimeCell' },
    },
  });
});

it('nothing else is touched', () => {
  expect(of([text, { name: 'tags', type: 'select', options: ['甲'] }], { timestamps: false })).toEqual([
    text,
    { name: 'tags', type: 'select', options: ['甲'] },
  ]);
});
