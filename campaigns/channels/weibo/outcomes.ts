import type { Outcome } from '../channel.ts';
import { untilMidnight } from '../../calendar/civil-day.ts';
import { adviceFor, classify } from './error-class.ts';
import type { ShareReply } from './share.ts';

export interface ShareCase {
  /** An earlier send of the same text may have been executed. */
  maybeSent: boolean;
  settleMs: number;
  /** How many calls in a row were refused for a used-up quota before this one. */
  quotaTries: number;
  now: Date;
}

/** Milliseconds to the next full hour. */
const untilNextHour = (at: Date): number => 3_600_000 - (at.getTime() % 3_600_000);

/** The codes do not tell the hour's quota from the day's: after so many hours it must be the day's. */
const hoursBeforeMidnight = 3;

/** What a reply means, and whether this call may have posted something. */
export function outcomeOf(
  reply: ShareReply,
  { maybeSent, settleMs, quotaTries, now }: ShareCase,
): { outcome: Outcome; executed: 'no' | 'maybe' } {
  const no = (outcome: Outcome) => ({ outcome, executed: 'no' as const });
  const maybe = (outcome: Outcome) => ({ outcome, executed: 'maybe' as const });
  if (reply.kind === 'posted') {
    return maybe({ kind: 'confirmed', externalId: reply.externalId, url: null, note: '微博已发布。' });
  }
  if (reply.kind === 'not-sent')
    return no({ kind: 'retry', after: 2_000, note: `没有发出：${reply.reason}，稍后再试。` });
  if (reply.kind === 'uncertain')
    return maybe({ kind: 'unknown', lookAfter: settleMs, note: `发微博时${reply.reason}，先核对，不盲目重发。` });
  const said = `微博退回（${reply.code} ${reply.message}）`;
  switch (classify(reply.code)) {
    case 'done':
      return maybe({
        kind: 'confirmed',
        externalId: reply.externalId,
        url: null,
        note: '微博已发布，平台显示会稍有延迟。',
      });
    case 'duplicate':
      return maybeSent
        ? maybe({ kind: 'confirmed', externalId: reply.externalId, url: null, note: '平台判为重复，即上次已发出。' })
        : no({ kind: 'refused', note: `${said}：与已发的微博相同或相似，请修改标题或摘要后重新签发。` });
    case 'unsure':
      return maybe({ kind: 'unknown', lookAfter: settleMs, note: `${said}：说不清是否已发出，先核对。` });
    case 'hour':
      return quotaTries < hoursBeforeMidnight
        ? no({ kind: 'retry', after: untilNextHour(now) + 60_000, note: `${said}：次数用完，下一个小时再试。` })
        : no({
            kind: 'retry',
            after: untilMidnight(now) + 5 * 60_000,
            note: `${said}：今天的次数已用完，明天零点后再试。`,
          });
    case 'soon':
      return no({ kind: 'retry', after: 10 * 60_000, note: `${said}：发得太频繁，十分钟后再试。` });
    case 'content':
      return no({ kind: 'refused', note: `${said}：请修改稿件后重新签发，${adviceFor(reply.code)}。` });
    case 'person':
      return no({ kind: 'blocked', note: `${said}：${adviceFor(reply.code)}。` });
  }
}
