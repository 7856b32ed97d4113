import { canonicalJson } from '../words/canonical.ts';
import { isSecret, keepValue } from './keep-value.ts';
import { isPersonal } from './personal/fields.ts';
import type { RowChange } from './row-change.ts';

/** Written by the database or by log-ins themselves, which have rows of their own. */
const unremarkable = new Set([
  'id',
  '_id',
  '__v',
  'createdAt',
  'updatedAt',
  'collection',
  '_strategy',
  '_sid',
  '_status',
]);
const ofLogIns: Readonly<Record<string, ReadonlySet<string>>> = {
  users: new Set(['sessions', 'loginAttempts', 'resetPasswordToken', 'resetPasswordExpiration']),
  'second-factors': new Set(['lastStep', 'turn']),
};

type Values = Record<string, unknown>;

const isGroup = (value: unknown): value is Values =>
  typeof value === 'object' &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  !('root' in value);

/** `{ a: { b: 1 } }` → `a.b`: groups field by field, lists and rich text as wholes. */
function leaves(values: Values, path = '', depth = 0): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, value] of Object.entries(values)) {
    const at = path === '' ? name : `${path}.${name}`;
    if (isGroup(value) && depth < 3) for (const [inner, leaf] of leaves(value, at, depth + 1)) found.set(inner, leaf);
    else found.set(at, value);
  }
  return found;
}

const same = (a: unknown, b: unknown): boolean => canonicalJson({ v: a }) === canonicalJson({ v: b });

/**
 * Which fields a write changes, and from what to what, in the form that may be kept.
 * @param data null for a deletion: then everything that was there goes
 */
export function differences(
  collection: string,
  before: Values | null,
  data: Values | null,
  digest: (text: string) => string,
): RowChange['fields'] {
  const was = leaves(before ?? {});
  const is = leaves(data ?? {});
  const paths = data === null ? was.keys() : is.keys();
  const fields: RowChange['fields'] = {};
  for (const path of paths) {
    const name = path.split('.', 1)[0] ?? path;
    if (unremarkable.has(name) || ofLogIns[collection]?.has(name)) continue;
    if (same(was.get(path), is.get(path))) continue;
    const how = { secret: isSecret(path, collection), personal: isPersonal(collection, path), digest };
    fields[path] = [keepValue(was.get(path), how), keepValue(is.get(path), how)];
  }
  return fields;
}
