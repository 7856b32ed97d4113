import type { AssetBytes } from '../../ports/assets.ts';

/** One 公众号. Milliseconds of the injected clock. */
export interface WechatConfig {
  id: string;
  name: string;
  /** Without a trailing slash. */
  apiBase: string;
  appId: string;
  appSecret: string;
  /** How long after an uncertain mutation the platform's lists are trusted to be complete. */
  settleMs: number;
  /**
   * How long a draft may stay in the box while the platform is publishing it: it leaves only once published, so before
   * this a draft still there does not prove that a doubtful submit was not executed. Longer is safer against a double,
   * shorter against a delay; publishing takes seconds as a rule.
   */
  submitSettleMs: number;
  /** First wait before asking for a publish result; it grows to a minute. */
  pollMs: number;
  /** `publish`: onto the account's page, nobody is notified; `mass`: a card to every follower, from a small quota. */
  send: 'publish' | 'mass';
  /** Used for stories without a cover; without it such stories are refused. */
  defaultCover: AssetBytes | null;
}

export type WechatOptions = Pick<WechatConfig, 'id' | 'name' | 'appId' | 'appSecret'> & Partial<WechatConfig>;

export const wechatConfig = (options: WechatOptions): WechatConfig => ({
  settleMs: 8_000,
  submitSettleMs: 30_000,
  pollMs: 1_000,
  send: 'publish',
  defaultCover: null,
  ...options,
  apiBase: (options.apiBase ?? 'https://api.weixin.qq.com').replace(/\/+$/, ''),
});
