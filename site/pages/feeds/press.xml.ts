import type { APIRoute } from 'astro';
import { read } from '../../../cms/read/door.ts';
import { pressFeed } from '../../feeds/press.ts';
import { rssFeed } from '../../feeds/rss.ts';

/** For newsrooms, as RSS with full text and pictures; a withdrawn story is not in it any more. */
export const GET: APIRoute = async ({ cache }) => {
  const { head, stories, tags } = await pressFeed(read(), '/feeds/press.xml');
  cache.set({ tags });
  return new Response(rssFeed(head, stories, { pictures: true }), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
};
