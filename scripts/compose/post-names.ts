import { askInChunks, inChunks } from '../../campaigns/lists/in-chunks.ts';
import { dailyId } from '../../campaigns/planner/daily.ts';
import type { Payload } from 'payload';
import type { Post } from '../../cms/payload-types.ts';
import { append } from '../../campaigns/lists/append.ts';

/**
 * Post id → `<year>/<campaign slug>/<post slug>`, or `daily/<id>`, the name by which people and `--json` output know a post.
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
  const known = new Set(docs.map(({ id }) => id));
  const rest = wanted.filter((id) => !known.has(id));
  const daily = rest.length === 0 ? [] : await dailyAmong(payload, rest);
  return new Map([
    ...daily.map((id) => [id, `${dailyId}/${id}`] as const),
    ...docs.map((post) => {
      const campaign =
        typeof post.campaign === 'object' && post.campaign !== null
          ? `${post.campaign.year}/${post.campaign.slug}`
          : '';
      return [String(post.id), `${campaign}/${post.slug}`] as const;
    }),
  ]);
}

/** Those of some ids that are posts without a campaign: they have no name but their id. */
async function dailyAmong(payload: Payload, ids: readonly string[]): Promise<string[]> {
  return askInChunks(ids, async (some) => {
    const { docs } = await payload.find({
      collection: 'daily-posts',
      where: { id: { in: some } },
      depth: 0,
      pagination: false,
      select: {},
    });
    return docs.map(({ id }) => id);
  });
}
