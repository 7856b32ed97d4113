import { APIError, type CollectionBeforeChangeHook } from 'payload';

/** True when this change puts a row into the trash. */
const isTrashing = (data: Record<string, unknown>, before: Record<string, unknown> | undefined): boolean =>
  Boolean(data.deletedAt) && !before?.deletedAt;

/** What has been signed is withdrawn, never thrown away; what waits for a reviewer is taken back first. */
export const keepReleasedOutOfTrash: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !isTrashing(data, originalDoc)) return data;
  const { totalDocs } = await req.payload.count({
    collection: 'releases',
    where: { story: { equals: originalDoc?.id } },
    req,
  });
  if (totalDocs > 0)
    throw new APIError('签发过的稿件不能放进回收站，只能撤回：请终审人在这篇稿件上选“撤回”。', 409, null, true);
  const { docs } = await req.payload.find({
    collection: 'posts',
    where: { story: { equals: originalDoc?.id } },
    limit: 1,
    depth: 0,
    pagination: false,
    select: { label: true },
    req,
  });
  if (docs[0])
    throw new APIError(
      `排期条目“${docs[0].label}”用着这篇稿件，不能放进回收站：请先给那一条换稿或取消它。`,
      409,
      null,
      true,
    );
  return data;
};
