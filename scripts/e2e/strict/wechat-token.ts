import { hasShape, jsonFields } from './body.ts';
import { refuse } from './wechat-reply.ts';
import type { Ask } from './wire.ts';
import { freshId } from './wechat-state.ts';
import type { WechatState } from './wechat-state.ts';

interface Token {
  text: string;
  until: number;
  killed: boolean;
}

export interface Tokens {
  stable(ask: Ask): { access_token: string; expires_in: number };
  plain(ask: Ask): { access_token: string; expires_in: number };
  /** Refuses (41001, 40001, 42001) unless the query carries a token that lives. */
  check(ask: Ask): void;
  /** Every token dies at once, as after a forced refresh elsewhere. */
  expireAll(): void;
}

const overlapMs = 300_000;
const dayMs = 24 * 3600_000;
const shanghaiDay = (ms: number) => Math.floor((ms + 8 * 3600_000) / dayMs);

export function createTokens(state: WechatState): Tokens {
  const { now, appid, secret, tokenSeconds } = state.options;
  const known = new Map<string, Token>();
  let current: Token | null = null;
  let plainCurrent: Token | null = null;
  let forced: number[] = [];

  const issue = (): Token => {
    const token = { text: `${freshId(state, 8)}${'t'.repeat(500)}`, until: now() + tokenSeconds * 1000, killed: false };
    known.set(token.text, token);
    return token;
  };
  const answer = (t: Token) => ({ access_token: t.text, expires_in: Math.floor((t.until - now()) / 1000) });
  const credentials = (id: unknown, key: unknown) => {
    if (id !== appid) refuse(40013, 'invalid appid');
    if (key !== secret) refuse(40125, 'invalid appsecret');
  };

  return {
    stable(ask) {
      if (ask.method !== 'POST') refuse(43002, 'require POST method');
      const body = jsonFields(ask.body) ?? refuse(47001, 'data format error');
      const fit = hasShape(
        body,
        { grant_type: 'string', appid: 'string', secret: 'string' },
        { force_refresh: 'boolean' },
      );
      if (!fit) refuse(47001, 'data format error');
      if (body.grant_type !== 'client_credential') refuse(40002, 'invalid grant_type');
      credentials(body.appid, body.secret);
      if (body.force_refresh === true) {
        forced = forced.filter((at) => shanghaiDay(at) === shanghaiDay(now()));
        if (forced.length >= 20) refuse(45009, 'reach max api daily quota limit');
        if (now() - (forced.at(-1) ?? 0) < 30_000)
          refuse(45011, 'api minute-quota reach limit, must slower, retry next minute');
        forced.push(now());
        if (current) current.killed = true;
        current = issue();
      } else if (!current || current.killed || current.until - now() <= overlapMs) {
        current = issue();
      }
      return answer(current);
    },
    plain(ask) {
      if (ask.method !== 'GET') refuse(43001, 'require GET method');
      if (ask.query.get('grant_type') !== 'client_credential') refuse(40002, 'invalid grant_type');
      credentials(ask.query.get('appid'), ask.query.get('secret'));
      if (plainCurrent) plainCurrent.until = Math.min(plainCurrent.until, now() + overlapMs);
      plainCurrent = issue();
      return answer(plainCurrent);
    },
    check(ask) {
      const given = ask.query.getAll('access_token');
      if (given.length !== 1 || !given[0]) refuse(41001, 'access_token missing');
      const token =
        known.get(given[0] ?? '') ?? refuse(40001, 'invalid credential, access_token is invalid or not latest');
      if (token.until <= now()) refuse(42001, 'access_token expired');
      if (token.killed) refuse(40001, 'invalid credential, access_token is invalid or not latest');
    },
    expireAll() {
      for (const token of known.values()) token.until = Math.min(token.until, now());
      current = null;
    },
  };
}
