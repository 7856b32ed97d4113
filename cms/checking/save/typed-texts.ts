import type { Field } from 'payload';
import type { CheckedText } from '../../checks/checked-text.ts';
import { isRichText } from '../../rich-text/node.ts';
import { richTexts } from './rich-texts.ts';

/** One text that a person typed, and the form field it stands in. */
export interface TypedText extends CheckedText {
  /** As the form names it: `roleModel.name`, `caseSteps.costs.0.label`. */
  path: string;
}

type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const labelOf = (field: Field): string =>
  'label' in field && typeof field.label === 'string' ? field.label : 'name' in field ? field.name : '';

/** Everything typed into a form, field by field, in its order: also what the form hides just now. */
export function typedTexts(fields: readonly Field[], data: Row, path = '', label = ''): TypedText[] {
  return fields.flatMap((field): TypedText[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? inside(tab.fields, data[tab.name], `${path}${tab.name}.`, label)
          : typedTexts(tab.fields, data, path, label),
      );
    if (!('name' in field)) return 'fields' in field ? typedTexts(field.fields, data, path, label) : [];
    if (field.type === 'ui' || field.type === 'join') return [];
    const at = `${path}${field.name}`;
    const name = label ? `${label}·${labelOf(field)}` : labelOf(field);
    const value = data[field.name];
    switch (field.type) {
      case 'text':
      case 'textarea':
      case 'code':
      case 'email':
        return texts(value).map((text) => ({ path: at, field: name, text, at: () => name }));
      case 'richText':
        return isRichText(value)
          ? richTexts(value, name).map((text) => ({ path: at, ...text }))
          : texts(value).map((text) => ({ path: at, field: name, text, at: () => name }));
      case 'group':
        return inside(field.fields, value, `${at}.`, name);
      case 'array':
        return Array.isArray(value)
          ? value.flatMap((row, i) => inside(field.fields, row, `${at}.${i}.`, `${name}第${i + 1}条`))
          : [];
      default:
        return [];
    }
  });
}

const inside = (fields: readonly Field[], value: unknown, path: string, label: string): TypedText[] =>
  isRow(value) ? typedTexts(fields, value, path, label) : [];

/** Several short words may make one number between them; what is no text at all is read as it would be stored. */
const texts = (value: unknown): string[] => {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return [value.join('\n')].filter(Boolean);
  return [JSON.stringify(value)];
};
