import type { Channel, Outcome, WithdrawOutcome } from '../../channels/channel.ts';

/** What the toy does with one request: refuse it, execute it, or execute it and lose the reply; and how it answers. */
export type Fate = 'ok' | 'accepted' | 'busy' | 'lost' | 'never-arrived' | 'refused' | 'blocked';
/** The same for taking a copy back; `person` and `notified` end without a deletion. */
export type RecallFate = 'ok' | 'busy' | 'lost' | 'never-arrived' | 'person' | 'notified' | 'irrevocable';

/** A platform as hard as the real ones: no idempotency key, lost replies, and only a correlation id to look for. */
export interface ToyPlatform {
  /** Copies by delivery id: more than one is a doubled post. */
  posted: Map<string, number>;
  /** How often a copy was really taken off: more than one is a doubled deletion. */
  deleted: Map<string, number>;
  /** What each copy was made to say, by delivery id. */
  corrected: Map<string, string>;
  calls: { send: number; look: number };
  /** How often it was asked to take a copy off. */
  withdrawCalls: number;
}

export const createToyPlatform = (): ToyPlatform => ({
  posted: new Map(),
  deleted: new Map(),
  corrected: new Map(),
  calls: { send: 0, look: 0 },
  withdrawCalls: 0,
});

/**
 * @param fate decides for each send
 * @param turn awaited between steps, so that a test can crash or interleave there
 */
export function createToyChannel(
  platform: ToyPlatform,
  fate: () => Fate = () => 'ok',
  turn: () => Promise<void> = async () => {},
  id = 'toy',
  recallFate: () => RecallFate = () => 'ok',
): Channel {
  const execute = (delivery: string) => platform.posted.set(delivery, (platform.posted.get(delivery) ?? 0) + 1);
  return {
    id,
    name: '示例渠道',
    validate: () => [],
    async send(job): Promise<Outcome> {
      platform.calls.send += 1;
      const what = fate();
      await turn();
      await job.record({ draft: `draft-${job.deliveryId}` });
      if (what === 'ok' || what === 'accepted' || what === 'lost') execute(job.deliveryId);
      await turn();
      switch (what) {
        case 'ok':
          return { kind: 'confirmed', externalId: job.deliveryId, url: job.link, note: '已发布。' };
        case 'accepted':
          return { kind: 'sent', externalId: job.deliveryId, lookAfter: 5000, note: '已提交。' };
        case 'busy':
          return { kind: 'retry', after: 2000, note: '平台忙。' };
        case 'refused':
          return { kind: 'refused', note: '标题太长。' };
        case 'blocked':
          return { kind: 'blocked', note: '接口没有授权。' };
        default:
          return { kind: 'unknown', lookAfter: 5000, note: '没有收到回复。' };
      }
    },
    async withdraw(job): Promise<WithdrawOutcome> {
      platform.withdrawCalls += 1;
      const what = recallFate();
      await turn();
      await job.record({ withdrawing: true });
      const there = platform.posted.has(job.deliveryId);
      if (there && (what === 'ok' || what === 'lost')) {
        platform.posted.delete(job.deliveryId);
        platform.deleted.set(job.deliveryId, (platform.deleted.get(job.deliveryId) ?? 0) + 1);
      }
      await turn();
      switch (what) {
        case 'ok':
          return there ? { kind: 'deleted', note: '已删除。' } : { kind: 'already-gone', note: '平台上没有。' };
        case 'busy':
          return { kind: 'retry', after: 2000, note: '平台忙，还没有删。' };
        case 'person':
          return { kind: 'needs-person', steps: '登录删除，再登记。', note: '没有删除接口。' };
        case 'notified':
          return { kind: 'notified', reference: `n-${job.deliveryId}`, note: '通知已给。' };
        case 'irrevocable':
          return { kind: 'irrevocable', note: '已经送到读者手上。' };
        default:
          return { kind: 'unknown', lookAfter: 5000, note: '删除没有回音。' };
      }
    },
    async lookWithdrawn(job): Promise<WithdrawOutcome> {
      await turn();
      if (platform.posted.has(job.deliveryId)) return { kind: 'retry', after: 0, note: '还在。' };
      return platform.deleted.has(job.deliveryId)
        ? { kind: 'deleted', note: '已不在。' }
        : { kind: 'already-gone', note: '平台上没有。' };
    },
    async correct(job, { right, wrong }): Promise<WithdrawOutcome> {
      await turn();
      await job.record({ correcting: wrong });
      if (platform.posted.has(job.deliveryId)) platform.corrected.set(job.deliveryId, right);
      await turn();
      return { kind: 'corrected', note: `“${wrong}”已改为“${right}”。` };
    },
    async look(job): Promise<Outcome> {
      platform.calls.look += 1;
      await turn();
      const found = platform.posted.has(job.deliveryId);
      await turn();
      return found
        ? { kind: 'confirmed', externalId: job.deliveryId, url: job.link, note: '平台上已有。' }
        : { kind: 'not-sent', note: '平台上没有。' };
    },
  };
}
