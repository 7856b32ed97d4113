import { z } from 'zod';
import { line } from '../../fields/fields.ts';
import { accountFields, defineAccount } from '../define-account.ts';

export const communityAccount = defineAccount({
  type: 'community',
  schema: z.strictObject({
    ...accountFields,
    type: z.literal('community'),
    /** Name at the head of posters and 落款 at their foot. */
    masthead: line(12),
    issuer: line(30),
    contact: z.strictObject({ desk: line(24), phone: line(30) }),
  }),
  words: {
    kind: '社区',
    shown: { masthead: '海报抬头', issuer: '落款', 'contact.desk': '联系人', 'contact.phone': '联系电话' },
    neutral: { masthead: '诚信宣传', issuer: '编辑部', 'contact.desk': '编辑部', 'contact.phone': '待核对' },
    machine: {},
  },
});
