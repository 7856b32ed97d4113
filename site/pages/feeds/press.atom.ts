import type { APIRoute } from 'astro';
import { read } from '../../../cms/read/door.ts';
import { atomFeed } from '../../feeds/atom.ts';
import { pressFeed } from '../../feeds/press.ts';

/** For newsrooms, as Atom, which also tells them what has been withdrawn. */
export const GET: APIRoute = async ({ cache }) => {
  const { head, stories, withdrawals, tags } = await pressFeed(read(), '/feeds/press.atom');
  cache.set({ tags });
  return new Response(atomFeed(head, stories, withdrawals), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
