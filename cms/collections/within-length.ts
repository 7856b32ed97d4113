import { ValidationError, type CollectionBeforeValidateHook, type CollectionConfig, type Field } from 'payload';
import { plainLines } from '../rich-text/plain-lines.ts';

/**
 * The longest text of a story, in characters: the longest documents that a desk sets as one page (a regulation with its
 * appendices) have some 60,000. A page of it stays light (a character is three bytes, gz about half).
 */
export const longestText = 100_000;
/** What the shell allows a field that says nothing, and tells in the name of whichever field is too long. */
const longestProse = 40_000;

interface TooLong {
  path: string;
  label: string;
  message: string;
}

const sentence = (label: string, length: number, most: number, mend: string): string =>
  `${label}有${length}字，最多${most}字，没有保存：${mend}，其他内容都还在。`;

function tooLong(fields: readonly Field[], row: unknown, path = '', label = ''): TooLong[] {
  if (typeof row !== 'object' || row === null) return [];
  return fields.flatMap((field): TooLong[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        tooLong(
          tab.fields,
          'name' in tab && tab.name ? Reflect.get(row, tab.name) : row,
          'name' in tab && tab.name ? `${path}${tab.name}.` : path,
          label,
        ),
      );
    if (!('name' in field) || !field.name) return 'fields' in field ? tooLong(field.fields, row, path, label) : [];
    const value: unknown = Reflect.get(row, field.name);
    const own = 'label' in field && typeof field.label === 'string' ? field.label : field.name;
    const name = label ? `${label}·${own}` : own;
    const at = `${path}${field.name}`;
    switch (field.type) {
      case 'text':
      case 'textarea': {
        const most = field.maxLength ?? longestProse;
        const words = [value].flat().filter((word): word is string => typeof word === 'string');
        const long = words.find((word) => word.length > most);
        return long === undefined
          ? []
          : [{ path: at, label: name, message: sentence(name, long.length, most, '请删短') }];
      }
      case 'richText': {
        const length = plainLines(value).reduce((sum, words) => sum + words.length, 0);
        return length > longestText
          ? [{ path: at, label: name, message: sentence(name, length, longestText, '请分成几篇，或者把附件另放') }]
          : [];
      }
      case 'group':
        return tooLong(field.fields, value, `${at}.`, name);
      case 'array':
        return Array.isArray(value)
          ? value.flatMap((item, i) => tooLong(field.fields, item, `${at}.${i}.`, `${name}第${i + 1}条`))
          : [];
      default:
        return [];
    }
  });
}

/** Refuses what is too long at the field where the person sees it, with how long it is; what was typed stays in the form. */
const refuse: CollectionBeforeValidateHook = ({ collection, data, req }) => {
  if (!data || req.context.reviewOf) return data;
  // What the system fills in is as long as it has to be.
  const errors = tooLong(
    collection.fields.filter(
      (field) => !('admin' in field && field.admin && 'hidden' in field.admin && field.admin.hidden),
    ),
    data,
  );
  if (errors.length === 0) return data;
  const refusal = new ValidationError({ collection: collection.slug, errors, req }, req.t);
  refusal.message = errors.map(({ message }) => message).join('');
  throw refusal;
};

/** A collection that says in its own words what is too long. */
export const withinLength = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeValidate: [...(collection.hooks?.beforeValidate ?? []), refuse] },
});
