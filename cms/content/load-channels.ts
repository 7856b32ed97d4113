import { accountSchema, type ChannelAccount } from '../../campaigns/channels/accounts.ts';
import { loadNamed } from './load-named.ts';

/** Every channel account of `content/channels/`, by id. @throws ContentError */
export function loadChannels(root: string): Promise<ChannelAccount[]> {
  return loadNamed(root, 'content/channels', accountSchema, (channel) => channel.id, 'id');
}
