import type { APIRoute } from 'astro';
import { createHash } from 'node:crypto';
import { read } from '../../../cms/read/door.ts';
import { tag } from '../../../cms/read/nouns.ts';
import { readSince } from '../../feeds/since.ts';

const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Access-Control-Allow-Origin': '*' };

/** The catalogue that school systems pull: all lessons, or what changed and what was withdrawn since an instant. */
export const GET: APIRoute = async ({ url, cache }) => {
  const query = readSince(url.searchParams);
  if ('error' in query) return new Response(JSON.stringify(query), { status: 400, headers });
  const reader = read();
  const feed = await reader.materialFeed(query.since);
  cache.set({ tags: [tag.materials] });
  // The minute of asking is no change: the fingerprint leaves it out.
  const content = JSON.stringify([feed.items, feed.deleted]);
  const etag = createHash('sha256').update(content).digest('hex').slice(0, 32);
  const base = reader.siteUrl();
  const full = (path: string): string => base + path;
  const body = {
    ...feed,
    items: feed.items.map((item) => ({
      ...item,
      url: full(item.path),
      zip: { ...item.zip, url: full(item.zip.path) },
    })),
    deleted: feed.deleted.map((item) => ({ ...item, url: full(item.path) })),
  };
  return new Response(JSON.stringify(body), { headers: { ...headers, ETag: `W/"${etag}"` } });
};
