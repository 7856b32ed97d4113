import { pages } from '../database/pages.ts';
import { whole } from '../../campaigns/bulkhead/whole.ts';
import type { CollectionSlug, Field, Payload, PayloadRequest } from 'payload';
import { pictureIds } from '../rich-text/node.ts';
import { idOf } from '../database/id-of.ts';
import { snapshotOf } from './publication-row.ts';
import { valuesOf } from '../database/values.ts';
import type { Release } from '../payload-types.ts';
import { append } from '../../campaigns/lists/append.ts';

/** Rows read at a time: texts are long. */
const page = 200;

interface Place {
  collection: CollectionSlug;
  label: string;
  title: string;
  /** Paths of fields that hold a picture; `text` for an editor's text, which is looked through. */
  paths: string[];
  texts: string[];
}

function paths(fields: readonly Field[], at = ''): { uploads: string[]; texts: string[] } {
  const found = { uploads: [] as string[], texts: [] as string[] };
  const add = (inner: ReturnType<typeof paths>) => {
    append(found.uploads, inner.uploads);
    append(found.texts, inner.texts);
  };
  for (const field of fields) {
    const name = 'name' in field && field.name ? `${at}${field.name}` : null;
    if ((field.type === 'upload' || field.type === 'relationship') && [field.relationTo].flat().includes('media'))
      found.uploads.push(name ?? '');
    else if (field.type === 'richText') found.texts.push(name ?? '');
    else if (field.type === 'tabs')
      for (const tab of field.tabs) add(paths(tab.fields, 'name' in tab && tab.name ? `${at}${tab.name}.` : at));
    else if ('fields' in field) add(paths(field.fields, name === null ? at : `${name}.`));
  }
  return found;
}

/** Every place of the desk where a picture can be put, read from the collections themselves: a new one needs no line here. */
const places = (payload: Payload): Place[] =>
  Object.values(payload.collections)
    .filter(({ config }) => !config.slug.startsWith('payload-'))
    .flatMap(({ config }) => {
      const { texts, uploads } = paths(config.fields);
      if (texts.length + uploads.length === 0) return [];
      return [
        {
          collection: config.slug as CollectionSlug,
          label: String(config.labels.singular),
          title: config.admin.useAsTitle ?? 'id',
          paths: uploads,
          texts,
        },
      ];
    });

async function* rowsOf(
  payload: Payload,
  collection: CollectionSlug,
  req: PayloadRequest,
): AsyncGenerator<Record<string, unknown>> {
  const ask = async (after: string | null) =>
    (
      await payload.find({
        collection,
        where: { id: { greater_than: after ?? '' } },
        sort: 'id',
        limit: page,
        depth: 0,
        pagination: false,
        trash: true,
        req,
      })
    ).docs.map(valuesOf);
  for await (const docs of pages(ask, ({ id }) => String(id))) yield* docs;
}

/**
 * Where a picture is used, in words: signed stories, drafts (also thrown-away ones, which may come back), campaigns, what
 * somebody is typing. Empty when it may go; throws when that cannot be told. A release that was taken back no longer needs its pictures.
 */
export const pictureUsers = (payload: Payload, id: string, req: PayloadRequest): Promise<string[]> =>
  whole('查这张图片用在哪里', () => usersOf(payload, id, req));

async function usersOf(payload: Payload, id: string, req: PayloadRequest): Promise<string[]> {
  const users: string[] = [];
  const { docs: gone } = await payload.find({
    collection: 'withdrawals',
    depth: 0,
    pagination: false,
    select: { key: true },
    req,
  });
  const withdrawn = new Set(gone.map(({ key }) => key));
  for await (const row of rowsOf(payload, 'releases', req)) {
    const { cover, images } = snapshotOf(row as Pick<Release, 'snapshot'>);
    if (!withdrawn.has(String(row.id)) && [cover, ...images].some((picture) => picture?.id === id))
      users.push(`已签发的稿件“${String(row.title)}”`);
  }
  for (const { collection, label, paths: uploads, texts, title } of places(payload)) {
    if (texts.length > 0) {
      for await (const row of rowsOf(payload, collection, req)) {
        if (
          uploads.some((path) => idOf(row[path] as string) === id) ||
          texts.some((path) => pictureIds(row[path]).includes(id))
        )
          users.push(`${label}“${String(row[title])}”`);
      }
      continue;
    }
    const where = { or: uploads.map((path) => ({ [path]: { equals: id } })) };
    const { docs } = await payload.find({ collection, where, limit: 3, depth: 0, pagination: false, req });
    append(
      users,
      docs.map(valuesOf).map((row) => `${label}“${String(row[title])}”`),
    );
  }
  for await (const row of rowsOf(payload, 'working-copies', req))
    if (JSON.stringify(row.content).includes(id)) users.push('一份还没有保存的稿件');
  return [...new Set(users)];
}
