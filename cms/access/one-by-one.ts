import {
  addDataAndFileToRequest,
  type CollectionConfig,
  type CollectionSlug,
  type Endpoint,
  type PayloadRequest,
  type Where,
} from 'payload';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The one row that a query names by its id, or null when it may find another number of rows. Conditions beside it only narrow. */
function oneRow(where: Where | undefined): string | null {
  if (!isObject(where)) return null;
  const { id, and } = where as { id?: { equals?: unknown; in?: unknown }; and?: unknown };
  const many = Array.isArray(id?.in) && id.in.length === 1 ? (id.in as unknown[])[0] : undefined;
  const named = id?.equals ?? many;
  if (typeof named === 'string' && !('or' in where)) return named;
  return Array.isArray(and) && !('or' in where)
    ? (and.map((part: Where) => oneRow(part)).find((found) => found !== null) ?? null)
    : null;
}

const refused = (word: string) =>
  Response.json(
    { errors: [{ message: `不能一次${word}许多条：请一条一条地${word}，每一条都看清楚。什么都没有变。` }] },
    { status: 405, headers: { Allow: 'GET, POST', 'Cache-Control': 'no-store' } },
  );

const trash = ({ query }: PayloadRequest): boolean => ['true', true].includes(query.trash as string);

/** As the shell answers for many. */
const done = (doc: unknown) => Response.json({ docs: [doc], errors: [], message: '已完成。' });

const remove = (collection: CollectionSlug): Endpoint => ({
  path: '/',
  method: 'delete',
  handler: async (req) => {
    const id = oneRow(req.query.where as Where | undefined);
    if (id === null) return refused('删除');
    return done(await req.payload.delete({ collection, id, overrideAccess: false, req, trash: trash(req), depth: 0 }));
  },
});

const change = (collection: CollectionSlug): Endpoint => ({
  path: '/',
  method: 'patch',
  handler: async (req) => {
    const id = oneRow(req.query.where as Where | undefined);
    if (id === null) return refused('修改');
    await addDataAndFileToRequest(req);
    return done(
      await req.payload.update({
        collection,
        id,
        data: req.data ?? {},
        overrideAccess: false,
        req,
        trash: trash(req),
        depth: 0,
      }),
    );
  },
});

/**
 * A collection of which nobody changes or deletes many rows with one request, whatever they may do to one: a slip of the
 * hand, or of a condition, would take everything. The shell's buttons that name one row by a condition go on working.
 */
export const oneByOne = (collection: CollectionConfig): CollectionConfig =>
  collection.endpoints === false
    ? collection
    : {
        ...collection,
        disableBulkDelete: true,
        disableBulkEdit: true,
        endpoints: [
          ...(collection.endpoints ?? []),
          remove(collection.slug as CollectionSlug),
          change(collection.slug as CollectionSlug),
        ],
      };
