import type { Faults } from '../../emulator/faults.ts';
import { faultSwitch, SwitchError, type Switch } from '../../emulator/switches.ts';
import type { CallbackProfile, Profile } from './profile.ts';
import type { WechatState } from './state.ts';

const submit = 'freepublish/submit';
const quotaCalls = ['draft/add', submit];

/** What a person may let go wrong with the first account. */
export function wechatSwitches(state: WechatState, faults: Faults): Switch[] {
  const [account] = state.accounts.values();
  if (!account) return [];
  const change = (patch: Partial<Profile>) => void state.accounts.set(account.appId, { ...account, ...patch });
  const callback = (patch: Partial<CallbackProfile>) => {
    if (!account.callback) throw new SwitchError('这个账号没有登记接收通知的网址，通知本来就不发');
    change({ callback: { ...account.callback, ...patch } });
  };
  const heard = account.callback;
  const live = state.tokens.entries().filter(([, t]) => t.appId === account.appId && !t.dead);
  const noQuota = quotaCalls.every((path) => account.dailyCalls[path] === 0);
  return [
    {
      id: 'token-revoked',
      title: '凭据作废',
      what: '已发出的调用凭据立即全部失效（40001），再取才有新的。',
      on: false,
      flip: () => live.forEach(([token, row]) => state.tokens.set(token, { ...row, dead: true })),
    },
    {
      id: 'review-refused',
      title: '审核不过',
      what: '提交照收，结果是平台审核未通过（状态 4），关掉才恢复。',
      on: account.publishStatus === 4,
      flip: () => change({ publishStatus: account.publishStatus === 4 ? 0 : 4 }),
    },
    {
      id: 'callback-lost',
      title: '通知丢失',
      what: '下一条结果通知不发出去。',
      on: (heard?.lost ?? 0) > 0,
      flip: () => callback({ lost: heard?.lost ? 0 : 1 }),
    },
    {
      id: 'callback-doubled',
      title: '通知重复',
      what: '下一条结果通知发两遍。',
      on: (heard?.doubled ?? 0) > 0,
      flip: () => callback({ doubled: heard?.doubled ? 0 : 1 }),
    },
    {
      id: 'callback-early',
      title: '通知抢先',
      what: '结果通知比接口的回答先到，关掉才恢复。',
      on: heard?.early ?? false,
      flip: () => callback({ early: !heard?.early }),
    },
    faultSwitch(
      faults,
      { id: 'delay', title: '延迟', what: '下一次提交发布等 8 秒才有回答。' },
      { path: submit, mode: 'delay', ms: 8_000 },
    ),
    faultSwitch(
      faults,
      { id: 'drop-after', title: '办了却断线', what: '下一次提交发布已经执行，回答却断在路上。' },
      { path: submit, mode: 'drop-after' },
    ),
    {
      id: 'quota',
      title: '次数用完',
      what: '存草稿、提交发布、群发当天都没有次数了（45009、45028），关掉才恢复。',
      on: noQuota,
      flip: () =>
        change(
          noQuota
            ? { dailyCalls: {}, massQuota: { perDay: 1, perMonth: 4 } }
            : {
                dailyCalls: { ...account.dailyCalls, ...Object.fromEntries(quotaCalls.map((path) => [path, 0])) },
                massQuota: { perDay: 0, perMonth: 0 },
              },
        ),
    },
  ];
}
