import type { APIRoute } from 'astro';
import { read } from '../../cms/read/door.ts';
import { tag } from '../../cms/read/nouns.ts';
import { siteAddresses, sitemapXml } from '../feeds/sitemap.ts';

export const GET: APIRoute = async ({ cache }) => {
  const reader = read();
  const [entries, columns] = await Promise.all([siteAddresses(reader), reader.columns()]);
  const year = Number(reader.today().slice(0, 4));
  cache.set({
    tags: [tag.region, tag.year(year), tag.lists, tag.materials, ...columns.map(({ slug }) => tag.column(slug))],
  });
  return new Response(sitemapXml(reader.siteUrl(), entries), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
};
