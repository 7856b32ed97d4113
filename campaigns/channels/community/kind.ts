import { dirname, join } from 'node:path';
import { defineChannel } from '../define-channel.ts';
import { communityAccount } from './account.ts';
import { createCommunityChannel } from './community-channel.ts';

export const communityKind = defineChannel({
  account: communityAccount,
  create({ id, name, masthead, issuer, contact }, { communityDir, pressDir }, context) {
    const dir = communityDir ?? join(dirname(pressDir), 'community');
    // A second set of villages has a folder of its own beside the years of the first.
    return createCommunityChannel(
      { id, name, masthead, issuer, contact, dir: id === 'community' ? dir : join(dir, id) },
      context,
    );
  },
});
