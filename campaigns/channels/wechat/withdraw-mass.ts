import type { WithdrawJob, WithdrawOutcome } from '../channel.ts';
import { discardDraft } from './discard-draft.ts';
import { findDraft } from './lists.ts';
import { okReply } from './replies.ts';
import { byHand, notExecuted } from './withdraw-outcomes.ts';
import { nowMs, type Work } from './work.ts';

/**
 * mass/delete by msg_id. A doubtful send is never repeated to learn its msg_id, for that might send it: while its draft is
 * in the box nothing went out, and the draft is thrown away; without the draft a person must look.
 */
export async function deleteMass(work: Work, job: WithdrawJob): Promise<WithdrawOutcome> {
  const massId = work.notes.text('massId');
  if (massId === null) return undecided(work, job);
  if (massId === 'unnamed') return byHand(job, '微信没有给出群发编号，接口删不了。');
  await work.notes.write({ withdrawAt: nowMs(work) });
  const id = Number(massId);
  const reply = await work.api.post(
    'message/mass/delete',
    { msg_id: Number.isSafeInteger(id) ? id : massId },
    okReply,
    work.job.signal,
  );
  if (reply.kind === 'ok') {
    await work.notes.write({ withdrawn: 'mass' });
    return { kind: 'deleted', note: massNote };
  }
  if (reply.kind === 'uncertain' || (reply.kind === 'error' && reply.code === -1)) {
    const why = reply.kind === 'uncertain' ? reply.reason : '平台报告繁忙';
    return { kind: 'unknown', lookAfter: work.config.settleMs, note: `删除群发时${why}，稍后再删一次，重复无妨。` };
  }
  return notExecuted(work, job, reply, '删除群发');
}

/** What mass/delete can and cannot do (channels.md §1 Mass send). */
export const massNote =
  '群发的文章页已删除；已经送到关注者手机上的卡片（标题、摘要、封面）收不回来，点开只见“已被发布者删除”。';

// The draft leaves the box only once it has been sent, which may take a while with many followers.
const draftStays = 10 * 60_000;

async function undecided(work: Work, job: WithdrawJob): Promise<WithdrawOutcome> {
  const left = (work.notes.number('massTriedAt') ?? 0) + draftStays - nowMs(work);
  if (left > 0) return { kind: 'unknown', lookAfter: Math.min(left, 60_000), note: '群发没有回音，等它定下来再撤。' };
  const draft = await findDraft(work);
  if (draft.kind !== 'ok') return notExecuted(work, job, draft, '核对草稿箱');
  if (draft.data) return discardDraft(work);
  return byHand(job, '上次群发没有回音，草稿已不在草稿箱，很可能已经群发；已送到手机上的卡片收不回来。');
}
