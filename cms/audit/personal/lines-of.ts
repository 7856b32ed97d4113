import type { FlattenedField } from 'payload';

const labelOf = (field: FlattenedField): string =>
  'label' in field && typeof field.label === 'string' ? field.label : field.name;

/** A value of this field as lines for people: lists row by row, choices by their words. Empty lines are left out. */
export function linesOf(field: FlattenedField, value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (field.type === 'array' && Array.isArray(value)) {
    return value
      .map((row: unknown) =>
        field.flattenedFields
          .flatMap((inner) => {
            const said = inner.name === 'id' ? [] : linesOf(inner, Reflect.get(Object(row), inner.name));
            return said.length > 0 ? [`${labelOf(inner)}：${said.join('、')}`] : [];
          })
          .join('；'),
      )
      .filter((line) => line !== '');
  }
  if (field.type === 'select' || field.type === 'radio') {
    return [value].flat().map((one) => {
      const option = field.options.find((known) => typeof known === 'object' && known.value === one);
      return typeof option === 'object' && typeof option.label === 'string' ? option.label : String(one);
    });
  }
  if (field.type === 'checkbox') return [value === true ? '是' : '否'];
  return [typeof value === 'object' ? JSON.stringify(value) : String(value)];
}

/** The field at `a.b` of a collection. */
export function fieldAt(fields: readonly FlattenedField[], path: string): FlattenedField | null {
  const [name, ...rest] = path.split('.');
  const field = fields.find((known) => known.name === name);
  if (!field || rest.length === 0) return field ?? null;
  return 'flattenedFields' in field ? fieldAt(field.flattenedFields, rest.join('.')) : null;
}
