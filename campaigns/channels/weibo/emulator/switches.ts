import type { Faults } from '../../emulator/faults.ts';
import { faultSwitch, type Switch } from '../../emulator/switches.ts';
import type { WeiboProfile } from './profile.ts';

const share = 'statuses/share.json';
const past = '2020-01-01T00:00:00+08:00';

/** What a person may let go wrong with the account. */
export function weiboSwitches(
  profile: WeiboProfile,
  change: (patch: Partial<WeiboProfile>) => void,
  faults: Faults,
): Switch[] {
  const expired = profile.expiresAt === past;
  const locked = profile.restricted !== null;
  return [
    {
      id: 'token-revoked',
      title: '授权到期',
      what: '授权已经到期（21327），关掉才恢复。',
      on: expired,
      flip: () => change({ expiresAt: expired ? null : past }),
    },
    {
      id: 'restricted',
      title: '要人验证',
      what: '账号受限，要登录验证（20031），关掉才恢复。',
      on: locked,
      flip: () => change({ restricted: locked ? null : 20031 }),
    },
    faultSwitch(
      faults,
      { id: 'review-refused', title: '内容不过', what: '下一条被判内容不合规（20021），没有发出。' },
      { path: share, mode: 'error', errcode: 20021 },
    ),
    faultSwitch(
      faults,
      { id: 'late', title: '同步延迟', what: '下一条已经发出，回答却说显示会延迟（20032）。' },
      { path: share, mode: 'error-after', errcode: 20032 },
    ),
    faultSwitch(
      faults,
      { id: 'delay', title: '延迟', what: '下一条等 8 秒才有回答。' },
      { path: share, mode: 'delay', ms: 8_000 },
    ),
    faultSwitch(
      faults,
      { id: 'drop-after', title: '办了却断线', what: '下一条已经发出，回答却断在路上。' },
      { path: share, mode: 'drop-after' },
    ),
    // A fault of its own would share path and mode with the refusal above.
    {
      id: 'quota',
      title: '次数用完',
      what: '今天的调用次数用完了（10023），关掉才恢复。',
      on: profile.perDay === 0,
      flip: () => change({ perDay: profile.perDay === 0 ? 100 : 0 }),
    },
  ];
}
