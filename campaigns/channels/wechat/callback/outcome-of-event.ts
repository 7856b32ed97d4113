import type { Outcome } from '../../channel.ts';
import { verdicts } from '../verdicts.ts';
import type { WechatEvent } from './event.ts';

/** What an event says about the delivery whose progress names its `publishId` or `massId`; like a look, without asking. */
export function outcomeOfEvent(event: WechatEvent): Outcome {
  if (event.kind === 'mass') {
    return event.sent
      ? { kind: 'confirmed', externalId: event.msgId, url: event.articleUrl, note: '微信通知：群发完成。' }
      : { kind: 'refused', note: `微信通知：群发没有成功（${event.status}），请到公众平台查看原因。` };
  }
  if (event.status === 1) return { kind: 'sent', externalId: null, lookAfter: 60_000, note: '微信通知：正在发布。' };
  if (event.status === 0)
    return {
      kind: 'confirmed',
      externalId: event.articleId ?? event.publishId,
      url: event.articleUrl,
      note: '微信通知：已发布。',
    };
  return (
    verdicts[event.status] ?? {
      kind: 'blocked',
      note: `微信通知了不认识的发布状态 ${event.status}：请到公众平台核对。`,
    }
  );
}
