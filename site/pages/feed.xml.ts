import type { APIRoute } from 'astro';
import { read } from '../../cms/read/door.ts';
import { tag } from '../../cms/read/nouns.ts';
import { newest } from '../feeds/newest.ts';
import { rssFeed } from '../feeds/rss.ts';

/** Everything new, as RSS with full text. */
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
    feedPath: '/feed.xml',
    pagePath: '/',
  };
  return new Response(rssFeed(head, stories), { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
};
