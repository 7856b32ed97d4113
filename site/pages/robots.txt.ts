import type { APIRoute } from 'astro';
import { read } from '../../cms/read/door.ts';
import { tag } from '../../cms/read/nouns.ts';

export const GET: APIRoute = ({ cache }) => {
  cache.set({ tags: [tag.region] });
  const lines = [
    'User-agent: *',
    'Disallow: /search',
    'Disallow: /teach/?',
    'Disallow: /s/*/print/',
    `Sitemap: ${read().siteUrl()}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
