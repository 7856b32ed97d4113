import type { Payload } from 'payload';

/**
 * Post id → `<year>/<campaign slug>/<post slug>`, the name by which people and `--json` output know a post.
 * One query: a ledger of thousands of rows must not ask for each.
 */
export async function postNames(payload: Payload): Promise<Map<string, string>> {
  const { docs } = await payload.find({ collection: 'posts', limit: 0, depth: 1, pagination: false, overrideAccess: true });
  return new Map(
    docs.map((post) => {
      const campaign = typeof post.campaign === 'object' && post.campaign !== null ? `${post.campaign.year}/${post.campaign.slug}` : '';
      return [String(post.id), `${campaign}/${post.slug}`];
    }),
  );
}
