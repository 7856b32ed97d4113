import type { APIRoute } from 'astro';
import { read } from '../../../../cms/read/door.ts';
import { tag } from '../../../../cms/read/nouns.ts';
import { newest } from '../../../feeds/newest.ts';
import { rssFeed } from '../../../feeds/rss.ts';

/** One column, as RSS with full text. */
export const GET: APIRoute = async ({ params, cache }) => {
  const reader = read();
  const [region, column] = await Promise.all([reader.region(), reader.column(params.slug ?? '')]);
  if (!column)
    return new Response('没有这个栏目。\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  const stories = await newest(reader, column.slug);
  cache.set({ tags: [tag.region, tag.column(column.slug), ...stories.map(({ serial }) => tag.story(serial))] });
  const head = {
    title: `${region.siteName}：${column.name}`,
    description: column.description,
    siteUrl: reader.siteUrl(),
    feedPath: `${column.path.replace(/\/$/, '')}/feed.xml`,
    pagePath: column.path,
  };
  return new Response(rssFeed(head, stories), { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
};
