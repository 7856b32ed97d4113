import type { Payload } from 'payload';
import { civilDay, daysBetween, partsOf, wallTime } from '../../campaigns/calendar/civil-day.ts';
import { judgeMove } from '../../campaigns/planner/conflicts/judge-move.ts';
import { loadPlan } from './plan.ts';
import { moment } from '../words/words.ts';
import { movesDoor, type MoveRecord } from './move-record.ts';

export interface MoveOrder {
  postId: string;
  to: Date;
  /** The minute that the person saw it at: if it has been moved since, they decide anew. */
  seen: Date;
  /** One Chinese sentence. */
  reason: string;
  /** Who moves it, for the record. */
  by: string;
  now: Date;
}

/** `warnings`: what to know of a move that has been made. */
export type MoveResult = { status: 200; message: string; warnings: string[] } | { status: 404 | 409; message: string };

/**
 * Moves a post to another minute and remembers who, when and why. A post that hangs on its occasion keeps hanging on it
 * (its offset changes); one with a fixed instant gets another. The planner brings waiting copies after it at its next tick.
 */
export async function movePost(
  payload: Payload,
  { by, now, postId, reason, seen, to }: MoveOrder,
): Promise<MoveResult> {
  const stored = (
    await payload.find({
      collection: 'posts',
      where: { id: { equals: postId } },
      depth: 1,
      limit: 1,
      populate: { stories: { title: true }, campaigns: { year: true } },
    })
  ).docs[0];
  const year = stored && typeof stored.campaign === 'object' ? stored.campaign.year : null;
  if (!stored || year === null) return { status: 404, message: '没有这一条排期：它可能刚被删掉，请刷新日历。' };
  const years = [...new Set([year, ...[seen, to, now].map((at) => partsOf(civilDay(at)).year)])];
  const plan = await loadPlan(payload, years);
  const post = plan.posts.find(({ id }) => id === postId);
  const campaign = plan.campaigns.find(({ id }) => id === post?.campaignId);
  if (!post || !campaign)
    return { status: 409, message: '这一条所属的活动今年还没有日子，或者是彩排，不能在日历上改期。' };
  if (post.at.getTime() !== seen.getTime())
    return { status: 409, message: `这一条刚刚被改到 ${moment(post.at)}：请刷新日历，看清以后再改。` };
  const verdict = judgeMove({
    post,
    to,
    now,
    others: plan.posts,
    quotas: plan.quotas,
    quietDays: plan.quietDays,
    phases: campaign.phases,
  });
  if (!verdict.ok) return { status: 409, message: verdict.message };

  const record: MoveRecord = { from: post.at.toISOString(), to: to.toISOString(), reason, by, at: now.toISOString() };
  const occasion = plan.days.find((day) => day.slug === campaign.occasion && partsOf(day.start).year === year);
  const when =
    stored.at || !occasion
      ? { at: to.toISOString() }
      : { offsetDays: daysBetween(occasion[stored.anchor], civilDay(to)), time: wallTime(to) };
  await payload.update({
    collection: 'posts',
    id: postId,
    data: { ...when, moves: movesDoor.write([...movesDoor.need(stored.moves), record]) },
    depth: 0,
  });
  return {
    status: 200,
    message: `《${post.title}》已从 ${moment(post.at)} 改到 ${moment(to)}。`,
    warnings: verdict.warnings,
  };
}
