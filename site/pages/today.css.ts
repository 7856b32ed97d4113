import type { APIRoute } from 'astro';
import { read } from '../../cms/read/door.ts';
import { tag } from '../../cms/read/nouns.ts';
import { todaySheet } from '../layouts/today-sheet.ts';

/**
 * The one file that knows whether today is a quiet day. Kept apart so that a quiet day re-renders this and not the whole
 * site; on all other days it is empty.
 */
export const GET: APIRoute = async ({ cache }) => {
  const reader = read();
  const sheet = await todaySheet(reader);
  cache.set({ tags: [tag.day, tag.year(Number(reader.today().slice(0, 4)))] });
  return new Response(sheet, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=300' },
  });
};
