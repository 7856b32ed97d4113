import type { Field, PayloadRequest } from 'payload';
import { fingerprint } from '../../words/canonical.ts';
import type { Post } from '../../payload-types.ts';

/** Names the labels of a campaign's posts as they stand: one that is changed, added or gone has another name. */
const postsName = (posts: readonly Pick<Post, 'id' | 'label'>[]): string =>
  fingerprint(posts.map(({ id, label }) => `${id} ${label}`).sort()).slice(0, 32);

/** All posts of a campaign, as they stand. */
export async function postsOf(req: PayloadRequest, campaign: string): Promise<Post[]> {
  return (
    await req.payload.find({
      collection: 'posts',
      where: { campaign: { equals: campaign } },
      depth: 0,
      pagination: false,
      req,
    })
  ).docs;
}

/**
 * Which labels of its posts a campaign's form has shown: it goes out with the row and comes back with the save, so that
 * whoever confirms confirms what they saw (`confirm-words.ts`). Kept nowhere. Lists of campaigns do without it.
 */
export const postsSeen: Field = {
  name: 'postsSeen',
  type: 'text',
  virtual: true,
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
  hooks: {
    afterRead: [
      async ({ data, findMany, req, value }) =>
        findMany || !req.user || typeof data?.id !== 'string' ? value : postsName(await postsOf(req, data.id)),
    ],
  },
};
