import {
  APIError,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
} from 'payload';
import { contentHash } from '../../release/content.ts';
import { afterEdit } from '../../review/machine.ts';
import type { Stage } from '../../story/stage.ts';
import { reviewsDoor } from '../../story/review-doors.ts';

declare module 'payload' {
  interface RequestContext {
    /** Set by a review act: the state it was decided on, how long the log was, and the content that it leaves. */
    reviewOf?: { stage: Stage; contentHash: string; reviews: number; becomes: string };
  }
}

/** Keeps the fingerprint, and sends a story whose content changed back to the start of review. */
export const followEdits: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  const hash = contentHash({ ...originalDoc, ...data });
  const editor = req.user ? String(req.user.id) : null;
  if (operation === 'create') return { ...data, contentHash: hash, createdBy: editor ?? data.createdBy, editors: [] };
  const decidedOn = req.context.reviewOf;
  if (decidedOn) {
    // Somebody else may have edited or judged it between reading and writing.
    const stale =
      originalDoc?.contentHash !== decidedOn.contentHash ||
      originalDoc?.stage !== decidedOn.stage ||
      reviewsDoor.need(originalDoc.reviews).length !== decidedOn.reviews ||
      hash !== decidedOn.becomes;
    if (stale) throw new APIError('这篇稿件刚刚被别人改过或审过：请刷新页面，看过最新内容再操作。', 409, null, true);
    return data;
  }
  if (!originalDoc || hash === originalDoc.contentHash) return data;
  const { stage, round, editors } = originalDoc;
  // Whoever was named for the review was named for what stood there.
  return { ...data, ...afterEdit({ stage, round, editors }, editor), assignee: null, contentHash: hash };
};

/** What reviewers saw of and said about a draft goes with it. */
export const dropReviewPapers: CollectionAfterDeleteHook = async ({ id, req }) => {
  for (const collection of ['comments', 'review-snapshots'] as const)
    await req.payload.delete({ collection, where: { story: { equals: id } }, req });
};

/** What has once been public is withdrawn, never deleted: its number and its trail remain. */
export const keepReleased: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({ collection: 'releases', where: { story: { equals: id } }, req });
  if (totalDocs > 0)
    throw new APIError('签发过的稿件不能删除，只能撤回：请终审人在这篇稿件上选“撤回”。', 409, null, true);
  const { docs } = await req.payload.find({
    collection: 'posts',
    where: { story: { equals: id } },
    limit: 1,
    depth: 0,
    pagination: false,
    select: { label: true },
    req,
  });
  if (docs[0])
    throw new APIError(`排期条目“${docs[0].label}”用着这篇稿件，不能删除：请先给那一条换稿或取消它。`, 409, null, true);
};
