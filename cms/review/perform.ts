import type { Payload } from 'payload';
import { instantText } from '../../campaigns/calendar/civil-day.ts';
import { systemClock, type Clock } from '../../campaigns/ports/clock.ts';
import type { Person } from '../access/person.ts';
import { publishStory } from '../release/publish.ts';
import { createRelease } from '../release/create-release.ts';
import { recordWithdrawal } from '../release/record-withdrawal.ts';
import { settleRecalls } from '../release/settle-recalls.ts';
import type { Review, ReviewAct } from './act.ts';
import { advance, judge } from './machine.ts';
import { openCase, type OpenCase } from './open-case.ts';
import { saveStory } from './save-story.ts';
import type { Stage } from './stage.ts';

export interface ReviewOrder {
  storyId: string;
  act: ReviewAct;
  person: Person;
  note: string;
}

export type ReviewResult =
  | { ok: true; stage: Stage; message: string; releaseId: string | null }
  | { ok: false; status: 403 | 404 | 409 | 422; message: string };

interface Desk {
  payload: Payload;
  clock?: Clock;
  /** Starter content says so in its releases. */
  imported?: boolean;
}

const stale = { ok: false, status: 409, message: '这篇稿件刚刚被别人改过或审过：请刷新页面，看过最新内容再操作。' } as const;

/** Does one review act, or says in one sentence why not. A signed or withdrawn story is on its way to the public at return. */
export async function performReview(desk: Desk, order: ReviewOrder): Promise<ReviewResult> {
  const { payload } = desk;
  const opened = await openCase(payload, order.storyId);
  if (!opened) return { ok: false, status: 404, message: '没有这篇稿件：它可能已被删除。' };
  const verdict = judge(order.act, opened.file, order.person, order.note);
  if (!verdict.ok) return verdict;
  const now = (desk.clock ?? systemClock).now();
  const review = record(order, opened, now);

  const releaseId = await irreversible(desk, order, opened, review, now);
  if (releaseId === 'taken') return stale;
  const saved = await saveStory(payload, order.storyId, opened.file, advance(opened.file, review, verdict.next));
  // What was signed or withdrawn stands, whoever edited the draft meanwhile.
  if (!saved && releaseId === null) return stale;
  if (releaseId) await publishStory(payload, order.storyId);
  // The copies learn of it now instead of at the next tick, which would tell them anyway.
  if (releaseId && order.act === 'withdraw') await settleRecalls(payload, desk.clock ?? systemClock).catch((error: unknown) => payload.logger.warn({ err: error }, '撤回或更正还没有通知到各份副本，下一分钟再来'));
  return { ok: true, stage: verdict.next, message: verdict.message, releaseId };
}

const record = (order: ReviewOrder, { file }: OpenCase, now: Date): Review => ({
  act: order.act,
  round: file.round,
  by: order.person.id,
  byName: order.person.name,
  at: instantText(now),
  contentHash: file.contentHash,
  note: order.note.trim() || null,
});

/** The part that cannot be undone: its unique key decides who did it. */
async function irreversible(desk: Desk, order: ReviewOrder, opened: OpenCase, review: Review, now: Date): Promise<string | null> {
  if (order.act === 'sign') {
    const release = await createRelease(desk.payload, { ...opened, sign: review, signedAt: now, imported: desk.imported ?? false });
    return release?.id ?? 'taken';
  }
  if (order.act === 'withdraw' && opened.newest) {
    await recordWithdrawal(desk.payload, opened.newest, { reason: order.note.trim(), decidedBy: order.person.name, decidedAt: now });
    return opened.newest.id;
  }
  return null;
}
