import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { civilDay } from '../../../calendar/civil-day.ts';
import { Fail } from './fail.ts';
import type { Profile } from './profile.ts';
import { countUp } from './quota.ts';
import type { TokenRow, WechatState } from './state.ts';

const life = 7_200_000;
const early = 300_000;

const ask = z.object({
  grant_type: z.unknown(),
  appid: z.unknown(),
  secret: z.unknown(),
  force_refresh: z.unknown().optional(),
});

/** `cgi-bin/token` and `cgi-bin/stable_token`: two isolated families (channels.md §1 Token). */
export function issueToken(state: WechatState, family: 'token' | 'stable', body: unknown, address: string): object {
  const { grant_type, appid, secret, force_refresh } = ask.safeParse(body).data ?? {};
  if (!appid) throw new Fail(41002);
  if (!secret) throw new Fail(41004);
  if (grant_type !== 'client_credential') throw new Fail(40002);
  const account = state.accounts.get(String(appid));
  if (!account) throw new Fail(40013);
  if (account.secret !== secret) throw new Fail(40125);
  const from = address.replace('::ffff:', '');
  if (account.ipWhitelist && !account.ipWhitelist.includes(from)) throw new Fail(40164);
  const now = state.clock.now().getTime();
  const current = newest(state, account, family);
  if (family === 'stable' && force_refresh === true) {
    force(state, account, now);
    if (current) state.tokens.set(current[0], { ...current[1], dead: true });
  } else if (family === 'stable' && current && current[1].expiresAt - now > early) {
    return answer(current[0], current[1].expiresAt - now);
  } else if (current) {
    // The old one stays valid beside the new one, but for five minutes at most.
    state.tokens.set(current[0], { ...current[1], expiresAt: Math.min(current[1].expiresAt, now + early) });
  }
  const token = randomBytes(120).toString('base64url');
  state.tokens.set(token, { appId: account.appId, family, expiresAt: now + life, dead: false });
  return answer(token, life);
}

const answer = (token: string, left: number) => ({ access_token: token, expires_in: Math.floor(left / 1000) });

function newest(state: WechatState, account: Profile, family: TokenRow['family']): [string, TokenRow] | undefined {
  const now = state.clock.now().getTime();
  return state.tokens
    .entries()
    .findLast(([, t]) => t.appId === account.appId && t.family === family && !t.dead && t.expiresAt > now);
}

/** Forced refreshes: 20 a day, at least 30 s apart. */
function force(state: WechatState, account: Profile, now: number): void {
  const lastKey = `${account.appId}:force:last`;
  if (now - (state.counts.get(lastKey) ?? -Infinity) < 30_000) throw new Fail(45011);
  countUp(state, `${account.appId}:force:${civilDay(new Date(now))}`, 20, 45009);
  state.counts.set(lastKey, now);
}

/** Whose call it is. @throws Fail 41001, 40001 or 42001 */
export function accountOf(state: WechatState, token: string | null): Profile {
  if (!token) throw new Fail(41001);
  const row = state.tokens.get(token);
  const account = row && state.accounts.get(row.appId);
  if (!row || !account || row.dead) throw new Fail(40001);
  if (row.expiresAt <= state.clock.now().getTime()) throw new Fail(42001);
  return account;
}
