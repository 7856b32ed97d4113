import type { APIRoute } from 'astro';
import { read } from '../../cms/read/door.ts';
import { tag } from '../../cms/read/nouns.ts';

/** This year and the next, to subscribe to. */
export const GET: APIRoute = async ({ cache }) => {
  const reader = read();
  const year = Number(reader.today().slice(0, 4));
  cache.set({ tags: [tag.region, tag.day, tag.year(year), tag.year(year + 1)] });
  return new Response(await reader.calendarIcs(), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="calendar.ics"',
    },
  });
};
