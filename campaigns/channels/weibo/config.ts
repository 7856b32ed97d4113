/** One Weibo account. Milliseconds of the injected clock. */
export interface WeiboConfig {
  id: string;
  name: string;
  /** Without a trailing slash. */
  apiBase: string;
  accessToken: string;
  /** 安全域名: the domain bound to the app; every post must link to it (10017). */
  safeDomain: string;
  /** The caller's public IP; the platform demands it. */
  rip: string;
  /** How long after a doubtful send the same text is repeated to learn whether it was posted. */
  settleMs: number;
  /** Later than this the platform may no longer recognise the repetition; a person must look instead. */
  repeatWithinMs: number;
  /** Withdraw by `statuses/destroy`, which is unverified (channels.md §2); otherwise a person deletes. */
  destroy: boolean;
}

export type WeiboOptions = Pick<WeiboConfig, 'id' | 'name' | 'accessToken' | 'safeDomain'> & Partial<WeiboConfig>;

export const weiboConfig = (options: WeiboOptions): WeiboConfig => ({
  rip: '127.0.0.1',
  settleMs: 8_000,
  // The platform is known to recognise it for 24 hours; an hour is left for slow clocks and slow calls.
  repeatWithinMs: 23 * 3_600_000,
  destroy: false,
  ...options,
  apiBase: (options.apiBase ?? 'https://api.weibo.com').replace(/\/+$/, ''),
});
