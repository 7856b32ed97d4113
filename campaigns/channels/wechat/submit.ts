import type { Outcome } from '../channel.ts';
import { classify } from './error-class.ts';
import { heardOfPublish, patience } from './inbox.ts';
import { findDraft, findPublished } from './lists.ts';
import { confirmedBy, reconcile } from './reconcile.ts';
import { submitReply } from './replies.ts';
import { notWithdrawn, nowMs, stop, type Work } from './work.ts';

/**
 * Submits the draft for publishing. `freepublish/submit` has no idempotency key: the time is recorded before, so that
 * a crash or a lost reply is later seen as “may have been executed”.
 */
export async function submit(work: Work, mediaId: string): Promise<Outcome> {
  const earlier = work.notes.number('submitAt');
  const maybeBefore = earlier !== null;
  const lostBefore = maybeBefore && !work.notes.flag('submitBusy');
  await work.notes.write({ submitAt: nowMs(work), submitBusy: false, ...notWithdrawn });
  const reply = await work.api.post('freepublish/submit', { media_id: mediaId }, submitReply, work.job.signal);
  if (reply.kind === 'ok') {
    await work.notes.write({ publishId: reply.data.publish_id });
    return {
      kind: 'sent',
      externalId: null,
      lookAfter: await firstLook(work, reply.data.publish_id),
      note: '微信已受理，等待发布结果。',
    };
  }
  // -1 says “busy” but not whether the work was done, so it is looked up like a lost reply.
  if (reply.kind === 'uncertain' || (reply.kind === 'error' && reply.code === -1)) {
    await work.notes.write({ submitAt: nowMs(work), submitBusy: reply.kind === 'error' && !lostBefore });
    const why = reply.kind === 'uncertain' ? reply.reason : '平台报告繁忙';
    return {
      kind: 'unknown',
      lookAfter: Math.min(2_000, work.config.settleMs),
      note: `提交发布时${why}，先核对，不重发。`,
    };
  }
  const aboutDraft =
    reply.kind === 'error' && ['cover', 'person', 'content'].includes(classify(reply.code, reply.call));
  if (aboutDraft && maybeBefore) return reconcile(work);
  // Refused outright: only what was doubtful before is so still.
  await work.notes.write({ submitAt: earlier, submitBusy: maybeBefore && !lostBefore });
  const seen = aboutDraft ? await missingDraft(work) : null;
  return seen ?? stop(work, reply, '提交发布').outcome;
}

/** An event may have come ahead of the answer: then nothing is left to wait for. */
async function firstLook(work: Work, publishId: string): Promise<number> {
  if (!work.events) return work.config.pollMs;
  return (await heardOfPublish(work, publishId)) ? 0 : patience.firstMs;
}

/** A refusal without an earlier doubtful send: has a person published or deleted the draft by hand? */
export async function missingDraft(work: Work): Promise<Outcome | null> {
  const published = await findPublished(work);
  if (published.kind !== 'ok') return null;
  if (published.data) return confirmedBy(published.data);
  const draft = await findDraft(work);
  if (draft.kind !== 'ok' || draft.data) return null;
  await work.notes.write({ draftMediaId: null, draftAddAt: null });
  return { kind: 'blocked', note: '草稿已不在公众号的草稿箱里，可能有人删了它：请核对，仍要推送就点“重新发送”。' };
}
