import type { Channel } from '../../campaigns/channels/channel.ts';
import type { ChannelAccount } from '../../campaigns/channels/accounts.ts';
import type { PressContact } from '../../campaigns/channels/press/config.ts';
import { withWords, wordsOf } from '../../cms/texts/files/file-words.ts';
import type { PublicFiles } from '../../cms/texts/files/public-files.ts';

/** What letters and sheets say that stands in files. */
export interface ChannelWords {
  contact: PressContact;
  /** SVG. */
  cover: string;
}

export interface WordedChannels {
  accounts: readonly ChannelAccount[];
  /** By id; always the ones whose words are public now. */
  channels: Map<string, Channel>;
  /** Takes up what has been agreed to since. @returns how many channels have other words */
  refresh(): Promise<number>;
}

/**
 * Channels in the words that the public may read. Which accounts there are, and how they are reached, is as it was at the
 * start; their words change when somebody has agreed to others.
 */
export async function wordedChannels(
  files: PublicFiles,
  make: (accounts: readonly ChannelAccount[], words: ChannelWords) => Promise<Map<string, Channel>>,
): Promise<WordedChannels> {
  const read = async () => {
    const [accounts, { contact }, cover] = await Promise.all([files.channels(), files.region(), files.cover()]);
    return { accounts, words: { contact, cover } };
  };
  const first = await read();
  const channels = await make(first.accounts, first.words);
  const saidBy = (account: ChannelAccount, words: ChannelWords) =>
    JSON.stringify([wordsOf('channels', account), words]);
  const said = new Map(first.accounts.map((account) => [account.id, saidBy(account, first.words)]));
  return {
    accounts: first.accounts,
    channels,
    refresh: async () => {
      const { accounts, words } = await read();
      const changed = first.accounts.flatMap((known) => {
        const now = accounts.find(({ id }) => id === known.id);
        return now && saidBy(now, words) !== said.get(known.id)
          ? [withWords('channels', known, wordsOf('channels', now))]
          : [];
      });
      if (changed.length === 0) return 0;
      for (const [id, channel] of await make(changed, words)) channels.set(id, channel);
      for (const account of changed) said.set(account.id, saidBy(account, words));
      return changed.length;
    },
  };
}
