import { readFile } from 'node:fs/promises';
import type {
  CollectionAfterErrorHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  CollectionSlug,
  PayloadRequest,
} from 'payload';
import { personOf } from '../access/person-of.ts';
import { formKey, idOfForm } from './form-key.ts';
import { MadeBeforeError } from './made-before.ts';
import { versionOf } from './version-read.ts';
import { valuesOf } from '../database/values.ts';

declare module 'payload' {
  interface RequestContext {
    /** The row that this request's form makes: `id` is what its key stands for. */
    formRow?: { collection: string; id: string };
  }
}

/** What the request's address makes: a row of a collection, or a copy of one; null for anything else. */
function placeOf({ method, routeParams, url }: PayloadRequest, slug: string): string | null {
  const { collection, id } = (routeParams ?? {}) as Record<string, unknown>;
  if (method !== 'POST' || collection !== slug) return null;
  if (id === undefined) return slug;
  return new URL(url ?? '', 'http://localhost').pathname.endsWith('/duplicate') ? `${slug}/${String(id)}` : null;
}

/** Hooks write to a row just made; no person reads and saves it within a second. Where it took longer somebody chooses. */
const isUntouched = ({ createdAt = '', updatedAt = '' }: { createdAt?: string; updatedAt?: string }): boolean =>
  Date.parse(updatedAt) - Date.parse(createdAt) <= 1_000;

/**
 * Refuses to make what this form has made before, with the row as it stands.
 * @throws MadeBeforeError
 */
export async function refuseMade(req: PayloadRequest, collection: CollectionSlug, id: string): Promise<void> {
  const [row] = (
    await req.payload.find({
      collection: collection as 'stories',
      where: { id: { equals: id } },
      depth: 0,
      limit: 1,
      pagination: false,
      joins: false,
      trash: true,
    })
  ).docs;
  if (!row) return;
  const theirs = await req.payload.findByID({
    collection: collection as 'stories',
    id,
    depth: 0,
    joins: false,
    trash: true,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
  });
  throw new MadeBeforeError({
    made: id,
    version: versionOf(row),
    untouched: isUntouched(row),
    theirs: theirs && valuesOf(theirs),
  });
}

/** A file as it was sent: the shell keeps it in memory, or in a file of its own. */
const bytesOf = async (file: PayloadRequest['file']): Promise<Uint8Array | undefined> =>
  file?.tempFilePath ? readFile(file.tempFilePath) : file?.data;

const look: CollectionBeforeOperationHook = async ({ args, collection, operation, overrideAccess, req }) => {
  const person = personOf(req);
  const place =
    operation === 'create' && overrideAccess !== true && person && !req.context.formRow
      ? placeOf(req, collection.slug)
      : null;
  const form = place ? formKey(req) : null;
  if (!place || !form || !person) return args;
  const id = idOfForm(req.payload.secret, person, place, form, await bytesOf(req.file));
  await refuseMade(req, collection.slug as CollectionSlug, id);
  req.context.formRow = { collection: collection.slug, id };
  return args;
};

const name: CollectionBeforeValidateHook = ({ collection, data, operation, req }) => {
  const { formRow } = req.context;
  return operation === 'create' && formRow?.collection === collection.slug && data ? { ...data, id: formRow.id } : data;
};

/**
 * Two tries of one form side by side: the later one may be refused for what the earlier one has just made (an e-mail
 * address that is taken, by itself), and is told that instead. A failure of ours stays what it is: then a part may be missing.
 */
const tellMade: CollectionAfterErrorHook = async ({ collection, error, req }) => {
  const { formRow } = req.context;
  const { data, status = 500 } = error as Error & { data?: { made?: unknown } | null; status?: number };
  if (formRow?.collection !== collection.slug || status >= 500 || data?.made !== undefined) return undefined;
  const made = await refuseMade(req, collection.slug as CollectionSlug, formRow.id).then(
    () => null,
    (refused: unknown) => refused,
  );
  if (!(made instanceof MadeBeforeError)) return undefined;
  return {
    status: made.status,
    response: { errors: [{ name: made.name, message: made.message, data: valuesOf(made.data ?? {}) }] },
  };
};

/**
 * A collection in which a form that has lost the answer makes no second row: its row has the id that the form's key stands
 * for, and a unique key does the locking (docs/decisions/037). Its own hooks come after.
 */
export const makeOnce = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [look, ...(collection.hooks?.beforeOperation ?? [])],
    afterError: [...(collection.hooks?.afterError ?? []), tellMade],
    beforeValidate: [name, ...(collection.hooks?.beforeValidate ?? [])],
  },
});
