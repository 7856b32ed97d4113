import type { Outcome } from '../channel.ts';
import { growing } from '../shared/backoff.ts';
import { findDraft, findPublished, type Published } from './lists.ts';
import { nowMs, stopHarmless, type Work } from './work.ts';

/**
 * Settles an uncertain draft/add or freepublish/submit by what the platform lists:
 * published with our id → confirmed; draft still there and settled → not-sent; neither → unknown.
 * A submit settles only after the longest time that publishing may take (`submitSettleMs`): repeated earlier, a slow
 * publication would be doubled. After a mere “busy” the short time is enough.
 */
export async function reconcile(work: Work): Promise<Outcome> {
  const published = await findPublished(work);
  if (published.kind !== 'ok') return lookFailed(work, published);
  if (published.data) return confirmedBy(published.data);
  const draft = await findDraft(work);
  if (draft.kind !== 'ok') return lookFailed(work, draft);
  const submitAt = work.notes.number('submitAt');
  const since = submitAt ?? work.notes.number('draftAddAt') ?? nowMs(work);
  const long = submitAt !== null && !work.notes.flag('submitBusy');
  const left = since + (long ? work.config.submitSettleMs : work.config.settleMs) - nowMs(work);
  if (submitAt === null && draft.data) {
    await work.notes.write({ draftMediaId: draft.data });
    return { kind: 'not-sent', note: '草稿已在草稿箱里，还没有提交发布。' };
  }
  if (left > 0) return unknown(Math.min(left, halfAgain(since, nowMs(work))), '结果还没有定下来，稍后再核对。');
  if (submitAt === null) return { kind: 'not-sent', note: '核对过：草稿箱里没有这篇稿件。' };
  if (draft.data) {
    if (draft.data !== work.notes.text('draftMediaId')) await work.notes.write({ draftMediaId: draft.data });
    return { kind: 'not-sent', note: '草稿仍在草稿箱里，上次提交没有执行，可以再提交同一草稿。' };
  }
  return unknown(growing(submitAt, nowMs(work), 1_000, 60_000), '草稿已不在草稿箱，发布记录里还没有，继续核对。');
}

/** Half of the time that has passed, 2 s to a minute. */
const halfAgain = (since: number, now: number): number =>
  Math.round(Math.min(60_000, Math.max(2_000, (now - since) / 2)));

const unknown = (lookAfter: number, note: string): Outcome => ({ kind: 'unknown', lookAfter, note });

/** Found in the list of published articles: out, or out and deleted again. */
export function confirmedBy(found: Published): Outcome {
  if (found.deleted) return { kind: 'refused', note: '微信发布后已被删除。' };
  return {
    kind: 'confirmed',
    externalId: found.articleId,
    url: found.url,
    note: '在微信发布记录里按链接编号查到，已发布。',
  };
}

function lookFailed(work: Work, reply: Parameters<typeof stopHarmless>[1]): Outcome {
  const { outcome } = stopHarmless(work, reply, '核对发布结果');
  // A look that fails says nothing about the send: the delivery stays unknown, whatever the reason.
  return outcome.kind === 'retry' ? unknown(outcome.after, outcome.note) : { kind: 'blocked', note: outcome.note };
}
