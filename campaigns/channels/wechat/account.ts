import { z } from 'zod';
import { line } from '../../fields/fields.ts';
import { accountFields, defineAccount } from '../define-account.ts';

export const wechatAccount = defineAccount({
  type: 'wechat',
  schema: z.strictObject({
    ...accountFields,
    type: z.literal('wechat'),
    account: line(30),
    /** publish: on the account's page; mass: also to every follower's phone, within the platform's monthly quota. */
    send: z.enum(['publish', 'mass'], { error: '只能是 publish（发布）或 mass（群发）' }).optional(),
    /** For how many days, and how often, what is confirmed is asked about again: it may be deleted or banned later. */
    watch: z
      .strictObject({
        days: z.number({ error: '要写数字' }).int('要写整数').min(1, '至少是 1').max(365, '最多 365'),
        everyHours: z.number({ error: '要写数字' }).int('要写整数').min(1, '至少是 1'),
      })
      .optional(),
  }),
  lead: { label: '摘要', limit: 120 },
  words: {
    kind: '微信公众号',
    shown: {},
    neutral: {},
    machine: { account: '只在后台显示的账号名', send: '发布还是群发', watch: '发布后再看几天' },
  },
});
