import type { Outcome } from '../channel.ts';
import { untilMidnight } from '../../calendar/civil-day.ts';
import type { WechatError } from './api.ts';
import { adviceFor, classify } from './error-class.ts';

/**
 * The outcome of a call that was certainly not executed.
 * @param step what was being done, e.g. “提交发布”
 * Waits are floors: the outbox makes them longer each time.
 */
export function failed(reply: WechatError | { kind: 'not-sent'; reason: string }, step: string, now: Date): Outcome {
  if (reply.kind === 'not-sent')
    return { kind: 'retry', after: 2_000, note: `${step}没有发出：${reply.reason}，稍后再试。` };
  const said = `${step}被微信退回（${reply.code} ${reply.message}）`;
  switch (classify(reply.code, reply.call)) {
    case 'token':
      return { kind: 'retry', after: 60_000, note: `${said}：调用凭据失效，稍后重取再试。` };
    case 'busy':
      return { kind: 'retry', after: 3_000, note: `${said}：平台繁忙，稍后再试。` };
    case 'minute':
    case 'done':
      return { kind: 'retry', after: 60_000, note: `${said}：操作太频繁，一分钟后再试。` };
    case 'cover':
      return { kind: 'retry', after: 3_000, note: `${said}：封面素材还没有就绪，稍后再试。` };
    case 'quota':
      return {
        kind: 'retry',
        after: untilMidnight(now) + 5 * 60_000,
        note: `${said}：今天的次数已用完，明天零点后再试。`,
      };
    case 'content':
      return { kind: 'refused', note: `${said}：请修改稿件后重新签发，${adviceFor(reply.code)}。` };
    case 'person':
      return { kind: 'blocked', note: `${said}：${adviceFor(reply.code)}。` };
  }
}
