import type { APIRoute } from 'astro';
import { read } from '../../../cms/read/door.ts';
import { tag } from '../../../cms/read/nouns.ts';

/**
 * A released picture. Its name never means another picture, so it may be kept for an hour without asking; not longer,
 * because it goes when the last story that shows it is withdrawn (the snapshot asks again then).
 */
export const GET: APIRoute = async ({ params, cache }) => {
  const name = params.file ?? '';
  const picture = /^[\w-][\w.-]{0,150}$/.test(name) ? await read().media(name) : null;
  if (!picture)
    return new Response('没有这张图片。\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  cache.set({ tags: [tag.media, tag.picture(name.slice(0, 36))] });
  return new Response(Buffer.from(picture.bytes), {
    headers: { 'Content-Type': picture.mime, 'Cache-Control': 'public, max-age=3600' },
  });
};
