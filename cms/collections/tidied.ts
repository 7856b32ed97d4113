import {
  ValidationError,
  type CollectionBeforeValidateHook,
  type CollectionConfig,
  type Field,
  type FieldHook,
  type GlobalConfig,
  type Tab,
} from 'payload';
import { table, type Guarded } from '../access/table.ts';
import { isRichText } from '../rich-text/node.ts';
import { badLinks, tidyRichText } from '../rich-text/tidy.ts';
import { isWalkable } from '../checking/save/well-formed.ts';
import { cleanLine, cleanText } from '../words/clean-line.ts';
import { linkAdvice } from '../words/storable-link.ts';

type Tidy = (value: unknown) => unknown;

const line: Tidy = (value) => {
  if (typeof value === 'string') return cleanLine(value);
  // Several short words: one that shows nothing is none.
  return Array.isArray(value) ? value.map(line).filter((word) => word !== '') : value;
};
const text: Tidy = (value) => (typeof value === 'string' ? cleanText(value) : value);
const rich: Tidy = (value) => (isRichText(value) && isWalkable(value) ? tidyRichText(value) : value);

/** What was not sent is left as it stands: a save of something else must not change it. */
const hook =
  (tidy: Tidy): FieldHook =>
  ({ field, siblingData }) => {
    const sent: unknown = 'name' in field && field.name ? Reflect.get(siblingData, field.name) : undefined;
    return sent === undefined || sent === null ? undefined : tidy(sent);
  };

const tidies: Partial<Record<Field['type'], FieldHook>> = {
  text: hook(line),
  textarea: hook(text),
  richText: hook(rich),
};

/** Refuses a text with a link that may not be stored; what was typed stays in the form. */
const refuseLinks: CollectionBeforeValidateHook = ({ collection, data, req }) => {
  const errors = collection.fields.flatMap((field) => {
    if (field.type !== 'richText') return [];
    const label = typeof field.label === 'string' ? field.label : field.name;
    return badLinks(data?.[field.name])
      .slice(0, 1)
      .map((words) => ({
        path: field.name,
        label,
        message: `${label}里“${words.slice(0, 20)}”的链接不能用，没有保存：${linkAdvice}。请改好地址或去掉链接，其他内容都还在。`,
      }));
  });
  // A review act writes no content.
  if (errors.length === 0 || req.context.reviewOf) return data;
  const refusal = new ValidationError({ collection: collection.slug, errors, req }, req.t);
  refusal.message = errors.map(({ message }) => message).join('');
  throw refusal;
};

function tidyField(field: Field): Field {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab): Tab => ({ ...tab, fields: tab.fields.map(tidyField) })) };
  const inner =
    'fields' in field && Array.isArray(field.fields)
      ? ({ ...field, fields: field.fields.map(tidyField) } as Field)
      : field;
  const tidy = tidies[inner.type];
  if (!tidy || !('hooks' in inner || 'name' in inner)) return inner;
  const hooks = 'hooks' in inner ? inner.hooks : undefined;
  return { ...inner, hooks: { ...hooks, beforeValidate: [tidy, ...(hooks?.beforeValidate ?? [])] } } as Field;
}

/** Rows that people type into, by any door. What the system writes is kept to the letter: fingerprints are made of it. */
const typed = (slug: string): boolean => {
  const rights = Object.values(table[slug as Guarded] ?? {});
  return slug === 'comments' || rights.some((right) => 'create' in right || 'update' in right);
};

/**
 * The one place where what people type is made what they see, whatever door it comes through: lines and longer texts
 * without hidden characters (`cms/words`), links that may be stored. Runs before every check of the fields.
 */
export function tidied(collection: CollectionConfig): CollectionConfig {
  if (!typed(collection.slug)) return collection;
  return {
    ...collection,
    fields: collection.fields.map(tidyField),
    hooks: { ...collection.hooks, beforeValidate: [...(collection.hooks?.beforeValidate ?? []), refuseLinks] },
  };
}

/** The same for the texts of a setting. */
export const tidiedSetting = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  fields: global.fields.map(tidyField),
});
