import type { APIRoute } from 'astro';
import { read } from '../../cms/read/door.ts';
import { tag } from '../../cms/read/nouns.ts';
import { jsonFeed } from '../feeds/json-feed.ts';
import { newest } from '../feeds/newest.ts';

/** Everything new, as JSON Feed 1.1. */
export const GET: APIRoute = async ({ cache }) => {
  const reader = read();
  const [region, columns, stories] = await Promise.all([reader.region(), reader.columns(), newest(reader)]);
  cache.set({
    tags: [
      tag.region,
      ...columns.map(({ slug }) => tag.column(slug)),
      ...stories.map(({ serial }) => tag.story(serial)),
    ],
  });
  const head = {
    title: region.siteName,
    description: region.motto,
    siteUrl: reader.siteUrl(),
    feedPath: '/feed.json',
    pagePath: '/',
  };
  return new Response(JSON.stringify(jsonFeed(head, stories)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8', 'Access-Control-Allow-Origin': '*' },
  });
};
