import { z } from 'zod';
import { line } from '../../fields/fields.ts';
import { accountFields, defineAccount } from '../define-account.ts';

export const weiboAccount = defineAccount({
  type: 'weibo',
  schema: z.strictObject({
    ...accountFields,
    type: z.literal('weibo'),
    account: line(30),
    /** True once it is verified that this account may delete through the interface; else a person deletes. */
    destroy: z.boolean({ error: '只能是 true 或 false' }).optional(),
  }),
  lead: { label: '标题以后的一段话', limit: 100 },
  words: {
    kind: '微博',
    shown: {},
    neutral: {},
    machine: { account: '只在后台显示的账号名', destroy: '能不能用接口删除' },
  },
});
