import { APIError, type CollectionBeforeOperationHook, type CollectionConfig, type Field, type FieldAccess } from 'payload';
import { guardedFields, personalFields } from './fields.ts';
import { opensFile } from './ticket.ts';

const why = '要先在后台写明查看的理由（POST /api/personal-data/view），每次查看都会记下来。';

/** Whoever wrote the row reads it; everybody else asks with a reason. A form for a new row has no row yet. */
const ownersOnly: FieldAccess = ({ req, doc, data }) => {
  if (!req.user) return false;
  const row = doc ?? data;
  if (!row || Object.keys(row).length === 0) return true;
  const owner: unknown = row.createdBy;
  const id = typeof owner === 'object' && owner !== null ? Reflect.get(owner, 'id') : owner;
  return id !== undefined && id !== null && String(id) === String(req.user.id);
};

function closeField(fields: Field[], path: string): Field[] {
  const [name, ...rest] = path.split('.');
  return fields.map((field) => {
    if (!('name' in field) && 'fields' in field) return { ...field, fields: closeField(field.fields, path) } as Field;
    if (!('name' in field) || field.name !== name) return field;
    if (rest.length > 0 && 'fields' in field) return { ...field, fields: closeField(field.fields, rest.join('.')) } as Field;
    return { ...field, access: { ...('access' in field ? field.access : {}), read: ownersOnly } } as Field;
  });
}

const closedPaths = Object.keys(personalFields).flatMap((slug) => guardedFields(slug).map(({ path }) => path)).filter((path) => path.includes('.'));
const names = (key: string): boolean => closedPaths.some((path) => key === path || key.endsWith(`.${path}`) || key.replaceAll('__', '.').endsWith(path));

function asksFor(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(asksFor);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => names(key) || asksFor(inner));
}

/** What may not be read may not be guessed by searching or sorting either, from whichever collection. */
const refuseQueries: CollectionBeforeOperationHook = ({ args, req }) => {
  const { where, sort, overrideAccess } = args as { where?: unknown; sort?: string | string[]; overrideAccess?: boolean };
  if (overrideAccess === true && req.payloadAPI !== 'REST') return args;
  const sorted = [sort ?? []].flat().flatMap((one) => one.split(','));
  if (asksFor(where) || sorted.some((one) => names(one.replace(/^-/, '')))) throw new APIError(`这一项涉及个人信息，不能用来查找或排序：${why}`, 403, null, true);
  return args;
};

/** Closes the personal fields and files of a collection, and searches for them everywhere. */
export function guardPersonal(collection: CollectionConfig): CollectionConfig {
  const guarded = guardedFields(collection.slug);
  const fields = guarded.filter(({ path }) => path !== 'file').reduce((all, { path }) => closeField(all, path), collection.fields);
  const hooks = { ...collection.hooks, beforeOperation: [...(collection.hooks?.beforeOperation ?? []), refuseQueries] };
  const { upload } = collection;
  if (typeof upload !== 'object' || !guarded.some(({ path }) => path === 'file')) return { ...collection, fields, hooks };
  const handler: NonNullable<typeof upload.handlers>[number] = (req, { params }) => {
    if (opensFile(req, collection.slug, params.filename)) return;
    return Response.json({ message: `这份文件涉及个人信息：${why}` }, { status: 403, headers: { 'Cache-Control': 'no-store' } });
  };
  return { ...collection, fields, hooks, upload: { ...upload, handlers: [handler, ...(upload.handlers ?? [])] } };
}
