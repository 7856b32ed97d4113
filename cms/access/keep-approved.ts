import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type Field,
} from 'payload';
import { canonicalJson } from '../words/canonical.ts';
import { approvalRefusal, mayChangeApproved } from './approved.ts';
import { personOf } from './person-of.ts';
import { approvals, type Approval, type Guarded } from './table.ts';

const refuse = (message: string) => new APIError(message, 403, null, true);

/** Before the shell's own refusal, which does not say why. */
const askFirst: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const person = personOf(req);
  if (!person || !['create', 'update', 'delete'].includes(operation)) return args;
  const slug = collection.slug as Guarded;
  const { data, id } = args as { data?: Record<string, unknown>; id?: unknown };
  // What may be written on in an approved row is told field by field, when it is known what the row was.
  if (!approvals[slug]?.through && operation !== 'delete') return args;
  const message = await approvalRefusal(req.payload, person, slug, id === undefined ? null : String(id), data);
  if (message) throw refuse(message);
  return args;
};

const names = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if ('name' in field && field.name) return field.type === 'join' || field.type === 'ui' ? [] : [field.name];
    return 'fields' in field
      ? names(field.fields)
      : 'tabs' in field
        ? field.tabs.flatMap((tab) => names(tab.fields))
        : [];
  });

/** A value without what reports only, without row ids and what is empty: the words that somebody approved. */
function approvedWords(value: unknown, path: string, reports: ReadonlySet<string>): unknown {
  if (reports.has(path) || value === null || value === undefined || value === '' || value === false) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => approvedWords(item, `${path}.*`, reports) ?? null);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  const parts = Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, inner]) => [name, approvedWords(inner, `${path}.${name}`, reports)] as const)
    .filter(([, inner]) => inner !== undefined);
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

const words = (row: Record<string, unknown>, name: string, { reports = [] }: Approval): string =>
  canonicalJson({ v: approvedWords(row[name], name, new Set(reports)) ?? null });

/** An approved row keeps its words, unless whoever approves changes them. */
const keepWords: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const person = personOf(req);
  const slug = collection.slug as Guarded;
  const approval = approvals[slug];
  if (!person || !approval || mayChangeApproved(slug, person)) return data;
  if (approval.through) {
    // A copy says on what it hangs only now.
    const covered = operation === 'create' ? await approvalRefusal(req.payload, person, slug, null, data) : null;
    if (covered) throw refuse(covered);
    return data;
  }
  if (operation !== 'update') return data;
  const before = (originalDoc ?? {}) as Record<string, unknown>;
  const changed = names(collection.fields).some(
    (name) => name in data && words(data, name, approval) !== words(before, name, approval),
  );
  const message = changed ? await approvalRefusal(req.payload, person, slug, String(before.id)) : null;
  if (message) throw refuse(message);
  return data;
};

/** A collection whose approved rows, and what hangs on them, change through whoever approves alone (see `approvals`). */
export function keepApproved(collection: CollectionConfig): CollectionConfig {
  if (!approvals[collection.slug as Guarded]) return collection;
  const { hooks } = collection;
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeOperation: [askFirst, ...(hooks?.beforeOperation ?? [])],
      beforeChange: [keepWords, ...(hooks?.beforeChange ?? [])],
    },
  };
}
