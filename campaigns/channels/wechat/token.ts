import { httpCall, type HttpReply } from '../shared/http-call.ts';
import { rawJson } from '../shared/json.ts';
import type { Clock } from '../../ports/clock.ts';
import { envelope, tokenReply } from './replies.ts';
import type { WechatConfig } from './config.ts';

type TokenResult =
  | { kind: 'token'; token: string }
  | { kind: 'error'; code: number; message: string }
  | { kind: 'not-sent'; reason: string };

export interface TokenSource {
  /** The current token; `stale` is one that the platform has just refused. */
  get(signal: AbortSignal, stale?: string): Promise<TokenResult>;
}

// The platform renews five minutes early and keeps the old token valid for those five minutes.
const early = 5 * 60_000;
const forceGap = 30_000;

/**
 * Access tokens from `cgi-bin/stable_token` (not `cgi-bin/token`, which is another family), cached per account and
 * shared by concurrent calls. Forced refreshes (20 a day, ≥ 30 s apart) only when normal mode hands out the very
 * token that was refused.
 */
export function createTokenSource(config: WechatConfig, clock: Clock): TokenSource {
  let cached: { token: string; until: number } | null = null;
  let running: Promise<TokenResult> | null = null;
  let forcedAt = -Infinity;

  const fetchToken = async (force: boolean, signal: AbortSignal): Promise<TokenResult> => {
    const asked = clock.now().getTime();
    const reply = await httpCall({
      url: `${config.apiBase}/cgi-bin/stable_token`,
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: rawJson({
        grant_type: 'client_credential',
        appid: config.appId,
        secret: config.appSecret,
        ...(force ? { force_refresh: true } : {}),
      }),
      signal,
    });
    const result = readToken(reply);
    if (result.kind !== 'token') return result;
    cached = { token: result.token, until: asked + result.seconds * 1000 - early };
    return { kind: 'token', token: result.token };
  };

  const renew = async (signal: AbortSignal, stale?: string): Promise<TokenResult> => {
    const fresh = await fetchToken(false, signal);
    if (fresh.kind !== 'token' || fresh.token !== stale) return fresh;
    const now = clock.now().getTime();
    if (now - forcedAt < forceGap) return fresh;
    forcedAt = now;
    return fetchToken(true, signal);
  };

  return {
    get: async (signal, stale) => {
      const usable = cached && cached.token !== stale && clock.now().getTime() < cached.until;
      if (cached && usable) return { kind: 'token', token: cached.token };
      running ??= renew(signal, stale).finally(() => (running = null));
      return running;
    },
  };
}

function readToken(
  reply: HttpReply,
): { kind: 'token'; token: string; seconds: number } | Exclude<TokenResult, { kind: 'token' }> {
  if (reply.kind !== 'answer') return { kind: 'not-sent', reason: `取调用凭据时${reply.reason}` };
  const head = envelope.safeParse(reply.body);
  if (head.success && head.data.errcode) {
    return { kind: 'error', code: head.data.errcode, message: head.data.errmsg };
  }
  const body = tokenReply.safeParse(reply.body);
  if (!body.success) return { kind: 'not-sent', reason: '取调用凭据时对方的回答不合约定' };
  return { kind: 'token', token: body.data.access_token, seconds: body.data.expires_in };
}
