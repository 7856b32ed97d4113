import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import type { Writer } from '../texts/writers.ts';
import type { CampaignCopy } from '../../campaigns/programme/copy.ts';
import { writersDoor } from '../texts/writers.ts';

/**
 * Stores a copied campaign with its posts. Nothing is atomic: who finds the campaign without its posts calls `fillPosts`.
 * @param writers whose words they are alone: none of them may confirm the copy
 * @throws ValidationError when another campaign of that year and name exists
 */
export async function writeCopy(
  payload: Payload,
  copy: CampaignCopy,
  origin: 'copied' | 'proposed',
  writers: readonly Writer[],
): Promise<string> {
  const { id } = await payload.create({
    collection: 'campaigns',
    depth: 0,
    data: {
      ...copy.campaign,
      key: `${copy.campaign.year}/${copy.campaign.slug}`,
      origin,
      rehearsal: false,
      writers: writersDoor.write([...writers]),
    },
  });
  await fillPosts(payload, id, copy, writers);
  return id;
}

/** Makes those posts of a copy that are not there yet. @throws Error when some could not be made; the others are there */
export async function fillPosts(
  payload: Payload,
  campaign: string,
  { posts }: CampaignCopy,
  writers: readonly Writer[],
): Promise<void> {
  const { docs } = await payload.find({
    collection: 'posts',
    where: { campaign: { equals: campaign } },
    pagination: false,
    depth: 0,
    select: { slug: true },
  });
  const there = new Set(docs.map(({ slug }) => slug));
  const missing = posts.filter(({ slug }) => !there.has(slug));
  const made = await each(
    missing,
    ({ label, slug }) => [`post ${campaign}/${slug}`, `排期“${label}”的副本`],
    ({ storyId, ...post }) =>
      payload.create({
        collection: 'posts',
        depth: 0,
        data: {
          ...post,
          story: storyId,
          campaign,
          key: `${campaign}/${post.slug}`,
          writers: writersDoor.write([...writers]),
        },
      }),
  );
  // Not to be remembered as done.
  if (made.length < missing.length) throw new Error(`有${missing.length - made.length}条排期没有复制成，其余都在。`);
}
