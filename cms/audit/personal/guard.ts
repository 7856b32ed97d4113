import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type Field,
  type FieldAccess,
} from 'payload';
import { can } from '../../access/can.ts';
import { personOf } from '../../access/person-of.ts';
import type { Guarded } from '../../access/table.ts';
import { personalField } from './personal-field.ts';
import { guardedFields, personalFields } from './fields.ts';
import { opensFile } from './ticket.ts';

const why = '要先在后台写明查看的理由（POST /api/personal-data/view），每次查看都会记下来。';

/** Whoever may change the row reads it, as the access table says; everybody else asks with a reason. */
const writersOnly =
  (slug: Guarded): FieldAccess =>
  ({ req, doc, data }) => {
    const scope = can(personOf(req), 'update', slug);
    if (scope !== 'own') return scope === 'any';
    const row = doc ?? data;
    // A form for a new row has no row yet.
    if (!row || Object.keys(row).length === 0) return true;
    const owner: unknown = row.createdBy;
    const id = typeof owner === 'object' && owner !== null ? Reflect.get(owner, 'id') : owner;
    return id !== undefined && id !== null && String(id) === String(req.user?.id);
  };

function closeField(fields: Field[], path: string, read: FieldAccess): Field[] {
  const [name, ...rest] = path.split('.');
  return fields.map((field) => {
    if (!('name' in field) && 'fields' in field)
      return { ...field, fields: closeField(field.fields, path, read) } as Field;
    if (!('name' in field) || field.name !== name) return field;
    if (rest.length > 0 && 'fields' in field)
      return { ...field, fields: closeField(field.fields, rest.join('.'), read) } as Field;
    return { ...field, access: { ...('access' in field ? field.access : {}), read } } as Field;
  });
}

const closedPaths = Object.keys(personalFields)
  .flatMap((slug) => guardedFields(slug).map(({ path }) => ({ slug, path })))
  .filter(({ path }) => path !== 'file');

/** True for a closed field named in a query of `slug`, its versions, or a collection related to it. */
const names = (slug: string, key: string): boolean =>
  closedPaths.some(
    (closed) => `.${key.replaceAll('__', '.')}.`.indexOf(`.${closed.path}.`) >= (closed.slug === slug ? 0 : 1),
  );

function asksFor(slug: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((inner) => asksFor(slug, inner));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => names(slug, key) || asksFor(slug, inner));
}

/** What may not be read may not be guessed by searching or sorting either, from whichever collection. */
const refuseQueries =
  (slug: string): CollectionBeforeOperationHook =>
  ({ args, req }) => {
    const { where, sort, overrideAccess } = args as {
      where?: unknown;
      sort?: string | string[];
      overrideAccess?: boolean;
    };
    if (overrideAccess === true) return args;
    const sorted = [sort ?? []].flat().flatMap((one) => one.split(','));
    if (!asksFor(slug, where) && !sorted.some((one) => names(slug, one.replace(/^-/, '')))) return args;
    if (closedPaths.every((closed) => can(personOf(req), 'update', closed.slug as Guarded) === 'any')) return args;
    throw new APIError(`这一项涉及个人信息，不能用来查找或排序：${why}`, 403, null, true);
  };

/** Closes the personal fields and files of a collection, and searches for them everywhere. */
export function guardPersonal(collection: CollectionConfig): CollectionConfig {
  const guarded = guardedFields(collection.slug);
  const closed = guarded
    .filter(({ path }) => path !== 'file')
    .reduce((all, { path }) => closeField(all, path, writersOnly(collection.slug as Guarded)), collection.fields);
  const fields = guarded.length > 0 ? [...closed, personalField] : closed;
  const hooks = {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), refuseQueries(collection.slug)],
  };
  const { upload } = collection;
  if (typeof upload !== 'object' || !guarded.some(({ path }) => path === 'file'))
    return { ...collection, fields, hooks };
  const handler: NonNullable<typeof upload.handlers>[number] = (req, { params }) => {
    if (opensFile(req, collection.slug, params.filename)) return;
    return Response.json(
      { message: `这份文件涉及个人信息：${why}` },
      { status: 403, headers: { 'Cache-Control': 'no-store' } },
    );
  };
  return { ...collection, fields, hooks, upload: { ...upload, handlers: [handler, ...(upload.handlers ?? [])] } };
}
