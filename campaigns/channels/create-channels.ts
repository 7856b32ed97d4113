import type { Channel, ChannelContext } from './channel.ts';
import { channelKinds } from './channel-kinds.ts';
import type { ChannelSettings } from './channel-settings.ts';
import type { AnyAccount } from './define-account.ts';

/**
 * Every account as a channel, by id. Two accounts of one platform share its credentials.
 * @param accounts as `accountSchema` has let them through, in the words that may be said now
 * @throws Error with a Chinese sentence for an account of no known kind, or one that stands twice
 */
export function createChannels(
  accounts: readonly AnyAccount[],
  settings: ChannelSettings,
  context: ChannelContext,
): Map<string, Channel> {
  const channels = new Map<string, Channel>();
  for (const account of accounts) {
    if (channels.has(account.id)) throw new Error(`渠道“${account.id}”写了两次：请在 content/channels/ 里只留一份。`);
    const channel = channelKinds.map((kind) => kind.open(account, settings, context)).find((one) => one !== null);
    if (!channel)
      throw new Error(
        `渠道“${account.id}”的种类“${account.type}”没有办法发送：只有 ${channelKinds.map(({ type }) => type).join('、')}。`,
      );
    channels.set(account.id, channel);
  }
  return channels;
}
