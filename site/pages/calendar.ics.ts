import type { APIRoute } from 'astro';
import { read } from '../../cms/read/door.ts';
import { tag } from '../../cms/read/tags.ts';
import { icsCalendar } from '../feeds/ics.ts';

/** This year and the next, to subscribe to. */
export const GET: APIRoute = async ({ cache }) => {
  const reader = read();
  const today = reader.today();
  const year = Number(today.slice(0, 4));
  const [region, ...years] = await Promise.all([reader.region(), reader.year(year), reader.year(year + 1)]);
  cache.set({ tags: [tag.region, tag.day, tag.year(year), tag.year(year + 1)] });
  const head = { name: `${region.siteName}宣传年历`, domain: region.siteDomain, siteUrl: reader.siteUrl(), today };
  return new Response(icsCalendar(head, years.flat()), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="calendar.ics"' },
  });
};
