import { APIError, type CollectionBeforeOperationHook, type Field } from 'payload';

/** Deeper than any text that people write; a hostile one would exhaust the stack of whoever walks it. */
const deepest = 60;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value can be walked as an editor's text. Empty counts. */
export function isWalkable(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return isObject(value) && isNode(value.root, 0);
}

function isNode(node: unknown, depth: number): boolean {
  if (depth > deepest || !isObject(node)) return false;
  const { children, fields, text, type } = node;
  if (
    typeof type !== 'string' ||
    !['string', 'undefined'].includes(typeof text) ||
    !(fields === undefined || isObject(fields))
  )
    return false;
  return children === undefined || (Array.isArray(children) && children.every((child) => isNode(child, depth + 1)));
}

/**
 * What the shell stumbles over, in one sentence instead of an error of the server: texts that no editor wrote, and
 * groups that are nothing.
 */
export const askForWellFormed: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  if ((operation !== 'create' && operation !== 'update') || !('data' in args) || !isObject(args.data)) return args;
  const data: Record<string, unknown> = args.data;
  for (const field of named(collection.fields)) {
    const value = data[field.name];
    if (field.type === 'richText' && !isWalkable(value)) {
      throw new APIError(
        `“${String(field.label ?? field.name)}”不是编辑器里的内容，没有保存：请在编辑器里重新粘贴，嵌套不要太深。`,
        422,
        null,
        true,
      );
    }
    // A group that is null says the same as one that is not there.
    if (field.type === 'group' && value !== undefined && !isObject(value)) Reflect.deleteProperty(data, field.name);
  }
  return args;
};

const named = (fields: readonly Field[]): Extract<Field, { name: string }>[] =>
  fields.flatMap((field) =>
    'name' in field && field.name
      ? [field as Extract<Field, { name: string }>]
      : 'fields' in field
        ? named(field.fields)
        : [],
  );
