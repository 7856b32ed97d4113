import type { WithdrawJob, WithdrawOutcome } from '../channel.ts';
import { discardDraft } from './discard-draft.ts';
import { locate } from './locate.ts';
import { isMass } from './mass-look.ts';
import { okReply } from './replies.ts';
import { deleteMass, massNote } from './withdraw-mass.ts';
import { notExecuted } from './withdraw-outcomes.ts';
import { nowMs, type Work } from './work.ts';

const goneNote = '微信文章已删除，转发出去的链接打开只见“已被发布者删除”。';

/**
 * Deletes the one article that carries this delivery's id. A draft that never went out is thrown away, so that nobody
 * publishes it by hand. Deleting the same article twice is one effect, so a doubtful deletion is looked up and repeated.
 */
export async function withdraw(work: Work, job: WithdrawJob): Promise<WithdrawOutcome> {
  if (work.notes.text('withdrawn')) return before(work);
  if (isMass(work)) return deleteMass(work, job);
  const place = await locate(work, job);
  switch (place.kind) {
    case 'outcome':
      return place.outcome;
    case 'gone':
      return gone(work);
    case 'never':
      return discardDraft(work);
    case 'at':
      return deleteArticle(work, job, place);
  }
}

/** Is it gone? Asks only. A mass-sent message cannot be asked about: only what was noted is known. */
export async function lookWithdrawn(work: Work, job: WithdrawJob): Promise<WithdrawOutcome> {
  if (work.notes.text('withdrawn')) return before(work);
  if (isMass(work)) return { kind: 'retry', after: 0, note: '群发的文章微信不提供查询，再删一次无妨。' };
  const place = await locate(work, job);
  if (place.kind === 'outcome') return place.outcome;
  if (place.kind === 'gone') return gone(work);
  return place.kind === 'at'
    ? { kind: 'retry', after: 0, note: '文章还在，需要再删。' }
    : { kind: 'already-gone', note: '这篇稿件没有发布过。' };
}

async function deleteArticle(
  work: Work,
  job: WithdrawJob,
  { articleId, index }: { articleId: string; index: number },
): Promise<WithdrawOutcome> {
  await work.notes.write({ withdrawAt: nowMs(work) });
  // Without an index (or with 0) the platform deletes every article of the message, also those that others put there.
  const reply = await work.api.post('freepublish/delete', { article_id: articleId, index }, okReply, work.job.signal);
  if (reply.kind === 'ok') return gone(work);
  if (reply.kind === 'uncertain' || (reply.kind === 'error' && reply.code === -1)) {
    const why = reply.kind === 'uncertain' ? reply.reason : '平台报告繁忙';
    return { kind: 'unknown', lookAfter: work.config.settleMs, note: `删除文章时${why}，稍后核对。` };
  }
  if (reply.kind === 'error' && reply.code === 53600) {
    const place = await locate(work, job);
    if (place.kind === 'gone') return gone(work);
  }
  return notExecuted(work, job, reply, '删除文章');
}

async function gone(work: Work): Promise<WithdrawOutcome> {
  const ours = work.notes.number('withdrawAt') !== null;
  await work.notes.write({ withdrawn: ours ? 'deleted' : 'gone' });
  return before(work);
}

const before = (work: Work): WithdrawOutcome => {
  const how = work.notes.text('withdrawn');
  if (how === 'mass') return { kind: 'deleted', note: massNote };
  if (how === 'draft') return { kind: 'already-gone', note: '这篇稿件没有发出过，草稿已从草稿箱删去。' };
  return how === 'deleted'
    ? { kind: 'deleted', note: goneNote }
    : { kind: 'already-gone', note: '微信上已经没有这篇文章。' };
};
