import type { Payload } from 'payload';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { Person } from '../access/person.ts';
import { isWithdrawn, newestRelease } from '../release/newest.ts';
import { reviewActs } from '../story/act.ts';
import { isAhead } from '../release/showing.ts';
import { recordCorrection } from '../release/record-correction.ts';
import { settleRecallsOf } from './settle-recalls.ts';
import { snapshotOf } from '../release/publication-row.ts';

export interface CorrectionResult {
  status: 200 | 403 | 404 | 409 | 422;
  message: string;
}

/**
 * 更正: a signer says what was wrong in the story that is live. One person suffices to have the page say at once that
 * something is being corrected; what was wrong and how it must read is told, and the copies are put right, when a second
 * person agrees (docs/decisions/046). Entered twice it is one correction.
 * @param said the passage as it stood, as it must read, and why
 */
export async function correctStory(
  { payload, clock }: { payload: Payload; clock: Clock },
  storyId: string,
  person: Person,
  said: { wrong: string; right: string; note: string },
): Promise<CorrectionResult> {
  if (!person.roles.includes('signer'))
    return { status: 403, message: '只有终审人可以更正已上线的稿件：请联系终审人。' };
  const newest = await newestRelease(payload, storyId);
  if (!newest) return { status: 404, message: '这篇稿件还没有签发过，直接改稿就行。' };
  if (await isWithdrawn(payload, newest.id)) return { status: 409, message: '这篇稿件已经撤回，不用再更正。' };
  if (newest.showFrom && isAhead(newest.showFrom, clock.now()))
    return {
      status: 409,
      message: `这篇稿件还没有上线，不用登更正：请用“${reviewActs['correct-urgent']}”改那一处，或撤回以后改稿。`,
    };
  const { summary, text, title } = snapshotOf(newest);
  if (![title, summary, text].some((part) => part.includes(said.wrong))) {
    return { status: 422, message: `在线的这一版里找不到“${said.wrong}”：请照页面上的原文抄，一个字也不要差。` };
  }
  await recordCorrection(payload, newest, {
    ...said,
    by: person.name,
    writer: { id: person.id, name: person.name },
    at: clock.now(),
  });
  // The next tick would do the same.
  await settleRecallsOf(payload, clock, [storyId]).catch((error: unknown) =>
    payload.logger.warn({ err: error }, '更正还没有写到网页上，下一分钟再来'),
  );
  return {
    status: 200,
    message:
      '已登记更正：网页马上写明有内容正在更正；请一位初审、复审或终审人（不能是您自己）在“今日”里同意，更正说明才登出，各渠道的副本才更正。正文请改好后重新送审签发。',
  };
}
