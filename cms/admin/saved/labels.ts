import type { ClientField } from 'payload';

/** A field's own name for people; the shell's labels may be functions or markup, then its name has to do. */
export const labelOf = (field: ClientField): string =>
  'label' in field && typeof field.label === 'string' ? field.label : 'name' in field ? (field.name ?? '') : '';

/** All fields that hold something, through rows, tabs and folds. */
export function holding(fields: readonly ClientField[]): ClientField[] {
  return fields.flatMap((field): ClientField[] => {
    if ('name' in field && field.name) return [field];
    if ('tabs' in field) return field.tabs.flatMap((tab) => holding(tab.fields));
    return 'fields' in field ? holding(field.fields) : [];
  });
}

/** The field at a path such as `phases.0.name`, with the names on the way: “阶段 第1行 名称”. */
export function pathLabel(fields: readonly ClientField[], path: string): string {
  const [name, ...rest] = path.split('.');
  const field = holding(fields).find((one) => 'name' in one && one.name === name);
  if (!field) return path;
  const here = labelOf(field) || path;
  if (rest.length === 0 || !('fields' in field)) return here;
  const [row, ...inner] = rest;
  if (/^\d+$/.test(row ?? ''))
    return inner.length === 0
      ? `${here}第${Number(row) + 1}行`
      : `${here}第${Number(row) + 1}行的${pathLabel(field.fields, inner.join('.'))}`;
  return `${here}的${pathLabel(field.fields, rest.join('.'))}`;
}
