import type { WithdrawJob, WithdrawOutcome } from '../channel.ts';
import { growing } from '../shared/backoff.ts';
import { deliveryIdOf } from '../shared/correlation.ts';
import { findPublished } from './lists.ts';
import { reconcile } from './reconcile.ts';
import { articleReply, publishReply } from './replies.ts';
import { byHand, notExecuted } from './withdraw-outcomes.ts';
import { nowMs, type Work } from './work.ts';

/** Where this delivery's article is: at an id, gone again, never published; or why that cannot be said now. */
export type Place =
  | { kind: 'at'; articleId: string; index: number }
  | { kind: 'gone' }
  | { kind: 'never' }
  | { kind: 'outcome'; outcome: WithdrawOutcome };

/** Only an article that provably carries this delivery is ever named: by its publish_id or by the id in its link. */
export async function locate(work: Work, job: WithdrawJob): Promise<Place> {
  const byJob = await byPublishId(work, job);
  if (byJob && byJob !== 'failed') return byJob;
  const listed = await findPublished(work);
  if (listed.kind !== 'ok') return ended(notExecuted(work, job, listed, '查找文章'));
  if (listed.data?.deleted) return { kind: 'gone' };
  if (listed.data) {
    const { articleId, index } = listed.data;
    return articleId ? { kind: 'at', articleId, index } : ended(byHand(job, '微信没有给出文章编号，接口删不了。'));
  }
  // It was there when it was first to be deleted.
  if (work.notes.number('withdrawAt') !== null) return { kind: 'gone' };
  if (byJob !== 'failed' && work.notes.number('submitAt') !== null) {
    const left = underWay(work);
    if (left > 0)
      return ended({
        kind: 'unknown',
        lookAfter: Math.min(left, 60_000),
        note: '上次提交可能正在发布，等它定下来再撤。',
      });
    // Thrown away by an earlier withdrawal whose end was not recorded: that one had settled the submit.
    if (work.notes.number('discardAt') !== null) return { kind: 'never' };
    const outcome = await reconcile(work);
    if (outcome.kind === 'unknown') return ended(outcome);
    if (outcome.kind === 'blocked') return ended(byHand(job, outcome.note));
  }
  return job.externalId || job.url ? byLedger(work, job) : { kind: 'never' };
}

/**
 * How long a doubtful submit may still bring something out. Longer than for sending, also after a mere “busy”: a draft
 * submitted twice is published once, but one thrown away while it is being published comes out behind the withdrawal.
 */
function underWay({ clock, config, job, notes }: Work): number {
  const since = Math.max(notes.number('submitAt') ?? 0, job.lastSendAt?.getTime() ?? 0);
  return since + config.submitSettleMs - clock.now().getTime();
}

/** null: no publish_id or one that the platform does not know; 'failed': the platform refused to publish it. */
async function byPublishId(work: Work, job: WithdrawJob): Promise<Place | 'failed' | null> {
  const publishId = work.notes.text('publishId');
  if (!publishId) return null;
  const reply = await work.api.post('freepublish/get', { publish_id: publishId }, publishReply, work.job.signal);
  if (reply.kind !== 'ok')
    return reply.kind === 'error' && reply.code === 53502 ? null : ended(notExecuted(work, job, reply, '查询发布结果'));
  const { publish_status: status, article_id: articleId, article_detail: detail } = reply.data;
  if (status === 1) {
    const lookAfter = growing(work.notes.number('submitAt') ?? nowMs(work), nowMs(work), work.config.pollMs, 60_000);
    return ended({ kind: 'unknown', lookAfter, note: '微信还在发布这篇文章，发布完才能删。' });
  }
  if (status === 5 || status === 6) return { kind: 'gone' };
  // Ours is the only article of its message, unless somebody added to the draft by hand: then the list tells its place.
  const alone = (detail?.item?.length ?? 1) <= 1;
  if (status === 0) return articleId && alone ? { kind: 'at', articleId, index: 1 } : null;
  return 'failed';
}

/** Not found by its link: is it the article that the ledger names? That may have been typed in by a person. */
async function byLedger(work: Work, job: WithdrawJob): Promise<Place> {
  const unsure = ended(byHand(job, '按编号和链接都没有在微信找到这篇文章，台账里却登记为已发布。'));
  if (!job.externalId) return unsure;
  const reply = await work.api.post(
    'freepublish/getarticle',
    { article_id: job.externalId },
    articleReply,
    work.job.signal,
  );
  if (reply.kind === 'error' && reply.code === 53600) return unsure;
  if (reply.kind !== 'ok') return ended(notExecuted(work, job, reply, '查找文章'));
  const index = reply.data.news_item.findIndex((n) => deliveryIdOf(n.content_source_url) === job.deliveryId);
  if (index < 0) return unsure;
  return reply.data.news_item[index]?.is_deleted
    ? { kind: 'gone' }
    : { kind: 'at', articleId: job.externalId, index: index + 1 };
}

const ended = (outcome: WithdrawOutcome): Place => ({ kind: 'outcome', outcome });
