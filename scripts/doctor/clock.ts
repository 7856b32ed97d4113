import { fail, ok, type Finding } from './finding.ts';

/** A machine whose clock is years off would send a whole campaign at once or never. */
export function checkClock(now: Date): Finding {
  const beijing = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'medium',
  }).format(now);
  const year = now.getUTCFullYear();
  if (year < 2026 || year > 2060)
    return fail('时钟', `这台机器认为现在是 ${beijing}，显然不对：请先校准系统时间，否则推送会在错误的时间发出。`);
  return ok('时钟', `北京时间 ${beijing}`);
}
