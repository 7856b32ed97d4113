import type { Outcome } from '../channel.ts';
import { growing } from '../shared/backoff.ts';
import { heardOfPublish, patience } from './inbox.ts';
import { findPublished } from './lists.ts';
import { confirmedBy, reconcile } from './reconcile.ts';
import { publishReply } from './replies.ts';
import { verdicts } from './verdicts.ts';
import { nowMs, stopHarmless, type Work } from './work.ts';

/** Asks what became of this delivery; changes nothing at the platform. */
export async function lookAt(work: Work): Promise<Outcome> {
  const publishId = work.notes.text('publishId');
  if (publishId) return publishResult(work, publishId);
  if (work.notes.number('submitAt') !== null) return reconcile(work);
  if (work.notes.text('draftMediaId') === null && work.notes.number('draftAddAt') !== null) return reconcile(work);
  return { kind: 'not-sent', note: '还没有提交过发布，可以继续。' };
}

async function publishResult(work: Work, publishId: string): Promise<Outcome> {
  const told = await heardOfPublish(work, publishId);
  if (told) return told;
  const reply = await work.api.post('freepublish/get', { publish_id: publishId }, publishReply, work.job.signal);
  const since = work.notes.number('submitAt') ?? nowMs(work);
  if (reply.kind !== 'ok') {
    if (reply.kind === 'error' && reply.code === 53502) return reconcile(work);
    const { outcome } = stopHarmless(work, reply, '查询发布结果');
    // A question that fails says nothing about the story, so it is never “refused”.
    return outcome.kind === 'retry'
      ? { kind: 'sent', externalId: null, lookAfter: outcome.after, note: outcome.note }
      : { kind: 'blocked', note: outcome.note };
  }
  const { publish_status: status, article_id: articleId, article_detail: detail } = reply.data;
  if (status === 0) {
    return {
      kind: 'confirmed',
      externalId: articleId ?? publishId,
      url: detail?.item?.[0]?.article_url ?? null,
      note: '微信已发布。',
    };
  }
  if (status === 1) {
    const lookAfter = work.events
      ? growing(since, nowMs(work), patience.firstMs, patience.longestMs)
      : growing(since, nowMs(work), work.config.pollMs, 60_000);
    return { kind: 'sent', externalId: null, lookAfter, note: '微信正在发布，稍后再查。' };
  }
  // A draft that was submitted twice may fail the second time because the first has succeeded.
  const published = status >= 2 && status <= 4 ? await findPublished(work) : null;
  if (published?.kind === 'ok' && published.data && !published.data.deleted) return confirmedBy(published.data);
  // That it was out and is gone again (5, 6) is told apart from never having been out: nobody may take it for a refusal.
  return (
    verdicts[status] ?? { kind: 'blocked' as const, note: `微信给出了不认识的发布状态 ${status}：请到公众平台核对。` }
  );
}
