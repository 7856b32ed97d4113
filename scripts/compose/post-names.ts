import { inChunks } from '../../campaigns/lists/in-chunks.ts';
import type { Payload } from 'payload';
import type { Post } from '../../cms/payload-types.ts';
import { append } from '../../campaigns/lists/append.ts';

/**
 * Post id → `<year>/<campaign slug>/<post slug>`, the name by which people and `--json` output know a post.
 * Few queries, and only for the posts asked for: a ledger of thousands of rows must not ask for each.
 */
export async function postNames(payload: Payload, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  const docs: Post[] = [];
  for (const some of inChunks(wanted)) {
    const where = { id: { in: some } };
    const found = await payload.find({
      collection: 'posts',
      where,
      limit: 0,
      depth: 1,
      pagination: false,
      overrideAccess: true,
    });
    append(docs, found.docs);
  }
  return new Map(
    docs.map((post) => {
      const campaign =
        typeof post.campaign === 'object' && post.campaign !== null
          ? `${post.campaign.year}/${post.campaign.slug}`
          : '';
      return [String(post.id), `${campaign}/${post.slug}`];
    }),
  );
}
