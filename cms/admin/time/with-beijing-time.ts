import type { CollectionConfig, Field } from 'payload';

const components = {
  Field: '/admin/time/BeijingTimeField.tsx#BeijingTimeField',
  Cell: '/admin/time/BeijingTimeCell.tsx#BeijingTimeCell',
};

function inBeijing(field: Field): Field {
  if (field.type === 'date')
    return { ...field, admin: { ...field.admin, components: { ...components, ...field.admin?.components } } };
  if ('fields' in field) return { ...field, fields: field.fields.map(inBeijing) } as Field;
  if ('tabs' in field)
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(inBeijing) })) } as Field;
  return field;
}

/** The shell would add these itself, in the browser's zone. */
const noted = (name: 'updatedAt' | 'createdAt', label: string): Field => ({
  name,
  label,
  type: 'date',
  index: true,
  admin: { disableBulkEdit: true, hidden: true },
});
const timestamps = [noted('updatedAt', '最后修改时间'), noted('createdAt', '创建时间')];

/** A collection whose every moment is shown and entered as a clock in Beijing shows it, whatever the browser's own zone. */
export const withBeijingTime = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: [...collection.fields, ...(collection.timestamps === false ? [] : timestamps)].map(inBeijing),
});
