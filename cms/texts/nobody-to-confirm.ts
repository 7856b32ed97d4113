import type { Payload } from 'payload';
import { readable } from '../../campaigns/bulkhead/each.ts';
import type { Campaign, Post } from '../payload-types.ts';
import { idOf } from '../database/id-of.ts';
import { storedCopies } from './agreed-copies.ts';
import { openWordsOf } from './open-words.ts';

/**
 * Drafts that no signer may confirm, because each of them has written some of it: a reviewer agrees to the words first
 * (`confirm-words.ts`). Without this nobody would be told, and the campaign would never come.
 * @param drafts campaigns that are being planned
 * @param posts of any campaigns
 * @returns their ids
 */
export async function nobodyToConfirm(
  payload: Payload,
  drafts: readonly Campaign[],
  posts: readonly Post[],
): Promise<Set<string>> {
  if (drafts.length === 0) return new Set();
  const { docs: signers } = await payload.find({
    collection: 'users',
    where: { roles: { in: ['signer'] } },
    depth: 0,
    pagination: false,
    select: { name: true },
  });
  const ids = new Set(drafts.map(({ id }) => id));
  const own = posts.filter(({ campaign }) => ids.has(idOf(campaign) ?? ''));
  const [ofCampaigns, ofPosts] = await Promise.all([
    storedCopies(payload, 'campaigns', [...ids]),
    storedCopies(
      payload,
      'posts',
      own.map(({ id }) => id),
    ),
  ]);
  const open = [
    ...readable(
      drafts,
      ({ id }) => [`campaigns ${id}`, `活动（${id}）`],
      (row) => ({ campaign: row.id, open: openWordsOf('campaigns', row, ofCampaigns.get(row.id)?.() ?? null) }),
    ),
    ...readable(
      own,
      ({ id }) => [`posts ${id}`, `排期（${id}）`],
      (row) => ({
        campaign: idOf(row.campaign) ?? '',
        open: openWordsOf('posts', row, ofPosts.get(row.id)?.() ?? null),
      }),
    ),
  ];
  const writersOf = Map.groupBy(
    open.flatMap(({ campaign, open: words }) => (words?.writers ?? []).map(({ id }) => ({ campaign, id }))),
    ({ campaign }) => campaign,
  );
  return new Set(
    [...writersOf]
      .filter(([, writers]) => signers.every(({ id }) => writers.some((writer) => writer.id === id)))
      .map(([campaign]) => campaign),
  );
}
