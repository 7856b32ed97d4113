import { z } from 'zod';
import { accountFields, defineAccount } from '../define-account.ts';

/** The public site itself: asked whether what was signed is there, and whether what was withdrawn is gone. */
export const siteAccount = defineAccount({
  type: 'site',
  schema: z.strictObject({ ...accountFields, type: z.literal('site') }),
  words: { kind: '网站', shown: {}, neutral: {}, machine: {} },
});
