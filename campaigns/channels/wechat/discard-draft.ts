import type { WithdrawOutcome } from '../channel.ts';
import { findDraft } from './lists.ts';
import { okReply } from './replies.ts';
import { nowMs, stopHarmless, type Work } from './work.ts';

const never = '这篇稿件没有发出过';

/** Nothing came out: takes the draft out of the box, so that nothing can come out of it later. Harmless to repeat. */
export async function discardDraft(work: Work): Promise<WithdrawOutcome> {
  const { notes } = work;
  const addedAt = notes.number('draftAddAt');
  let mediaId = notes.text('draftMediaId');
  if (!mediaId && addedAt !== null) {
    const found = await findDraft(work);
    if (found.kind !== 'ok') return again(work, found);
    mediaId = found.data;
    const left = addedAt + work.config.settleMs - nowMs(work);
    if (!mediaId && left > 0) return { kind: 'unknown', lookAfter: left, note: '草稿可能正在存入草稿箱，稍后核对。' };
  }
  if (!mediaId) return { kind: 'already-gone', note: `${never}。` };
  // Once it may be gone, a missing draft is no sign any more of something being published.
  await notes.write({ discardAt: nowMs(work) });
  const reply = await work.api.post('draft/delete', { media_id: mediaId }, okReply, work.job.signal);
  if (reply.kind !== 'ok' && !(reply.kind === 'error' && reply.code === 40007)) return again(work, reply);
  await notes.write({ draftMediaId: null, draftAddAt: null, withdrawn: 'draft' });
  return { kind: 'already-gone', note: `${never}，草稿已从草稿箱删去。` };
}

function again(work: Work, reply: Parameters<typeof stopHarmless>[1]): WithdrawOutcome {
  const { outcome } = stopHarmless(work, reply, '删去草稿');
  if (outcome.kind === 'retry') return outcome;
  return {
    kind: 'needs-person',
    note: outcome.note,
    steps: `登录微信公众平台，在草稿箱里删去《${work.job.release.title.trim()}》，再回到推送台账登记。`,
  };
}
