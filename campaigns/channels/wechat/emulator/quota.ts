import { civilDay } from '../../../calendar/civil-day.ts';
import { Fail } from './fail.ts';
import type { Profile } from './profile.ts';
import type { WechatState } from './state.ts';

/** Counts one use under a key. @throws Fail with `code` when `max` are used up */
export function countUp(state: WechatState, key: string, max: number, code: number): void {
  const used = state.counts.get(key) ?? 0;
  if (used >= max) throw new Fail(code);
  state.counts.set(key, used + 1);
}

/** Daily quota of a path, by Asia/Shanghai days (45009). */
export function countCall(state: WechatState, account: Profile, path: string): void {
  const max = account.dailyCalls[path];
  if (max !== undefined) countUp(state, `${account.appId}:${path}:${civilDay(state.clock.now())}`, max, 45009);
}

/** Mass sends: 订阅号 by the day, 服务号 by the month (45028). */
export function countMass(state: WechatState, account: Profile): void {
  const day = civilDay(state.clock.now());
  if (account.type === 'subscription') countUp(state, `${account.appId}:mass:${day}`, account.massQuota.perDay, 45028);
  else countUp(state, `${account.appId}:mass:${day.slice(0, 7)}`, account.massQuota.perMonth, 45028);
}
