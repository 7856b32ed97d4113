import { systemClock } from '../../campaigns/ports/clock.ts';
import { z } from 'zod';
import type { AdminAct } from '../../cms/accounts/by-admin.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import { printResult } from '../cli/talk.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { openReady } from '../installation/open-ready.ts';

const acts: Record<string, AdminAct> = {
  reset: 'reset',
  unlock: 'unlock',
  logout: 'end-sessions',
  'remove-second-factor': 'remove-second-factor',
};
const names = ['list', ...Object.keys(acts)];
const unknown = `请写 ${names.join('、')} 之一。`;

export const verb = defineVerb({
  name: 'account',
  summary:
    '账号：list 列出；reset 重设密码、unlock 让陌生浏览器不用再等、logout 强制退出、remove-second-factor 关闭两步验证，后面写电子邮件',
  words: ['ACT', 'EMAIL'],
  flags: { json: jsonFlag },
  schema: z
    .object({
      ACT: z.string({ error: unknown }).refine((act) => names.includes(act), unknown),
      EMAIL: z.string().trim().toLowerCase().optional(),
      json: z.boolean().default(false),
    })
    .refine(({ ACT, EMAIL }) => (ACT === 'list') === (EMAIL === undefined), {
      path: ['EMAIL'],
      message: 'list 后面什么也不写；其余的要写电子邮件，如 admin@chengxin.example。',
    }),
  async run({ ACT, EMAIL, json }) {
    const cms = await openReady({ for: 'nothing' });
    const { payload } = cms;
    const act = acts[ACT];
    if (!act) {
      const { loadAccounts } = await import('../../cms/admin/account/load-account.ts');
      const accounts = await loadAccounts(payload, systemClock.now());
      printResult(json, accounts, () =>
        accounts.length > 0
          ? accounts.map(({ email, factor, name, remarks, roles, sessions }) =>
              [email, name, roles, factor ? '两步验证' : '只有密码', `登录${sessions}处`, ...remarks].join('  '),
            )
          : ['还没有账号：第一次启动时会建一个管理员。'],
      );
    } else {
      const { byAdmin } = await import('../../cms/accounts/by-admin.ts');
      const {
        docs: [account],
      } = await payload.find({ collection: 'users', where: { email: { equals: EMAIL } }, limit: 1, depth: 0 });
      if (!account)
        throw new Failure(`没有 ${EMAIL} 这个账号：用 chengxin account list 查看全部账号。`, exitCodes.usage);
      const done = await byAdmin(payload, act, account);
      printResult(json, done, () => [done.message, ...(done.password ? [`一次性密码 ${done.password}`] : [])]);
    }
    await cms.close();
  },
});
