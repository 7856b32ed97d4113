import type { APIRoute } from 'astro';
import { read } from '../../cms/read/door.ts';
import { tag } from '../../cms/read/tags.ts';

/** Seal and leaf in ink: what a 静默日 looks like on every page. */
const quietSheet =
  'html:root{--chop:#33373d;--seal:#1b1d20;--onseal:#fffdf9}@media(prefers-color-scheme:dark){html:root:not([data-look=old]){--chop:#4a4e55;--seal:#e9e6df;--onseal:#16181b}}';

/**
 * The one file that knows whether today is a quiet day. Kept apart so that a quiet day re-renders this and not the whole
 * site; on all other days it is empty.
 */
export const GET: APIRoute = async ({ cache }) => {
  const reader = read();
  const today = reader.today();
  const year = Number(today.slice(0, 4));
  const quiet = (await reader.year(year)).some(({ kind, start, end }) => kind === 'quiet' && start <= today && today <= end);
  cache.set({ tags: [tag.day, tag.year(year)] });
  return new Response(quiet ? quietSheet : '/* 今天不是静默日 */', {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=300' },
  });
};
