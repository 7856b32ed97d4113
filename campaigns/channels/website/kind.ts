import { defineChannel } from '../define-channel.ts';
import { siteAccount } from './account.ts';
import { createSiteChannel } from './site-channel.ts';

export const siteKind = defineChannel({
  account: siteAccount,
  create: ({ id, name }, { askPage }, context) => createSiteChannel({ id, name, askPage }, context),
});
