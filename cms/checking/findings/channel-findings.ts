import type { ChannelAccount } from '../../../campaigns/channels/accounts.ts';
import type { ChannelSettings } from '../../../campaigns/channels/channel-settings.ts';
import type { Channel } from '../../../campaigns/channels/channel.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import type { Payload } from 'payload';
import { dailyChannelsDoor } from '../../daily/doors.ts';
import type { Finding } from '../../checks/finding.ts';
import { renditionOf } from '../../release/rendition/rendition.ts';
import type { Snapshot } from '../../story/snapshot.ts';
import { contentOf } from '../../content/content.ts';

/** Channels that only judge: nothing here reaches anybody. A default cover stands in for the deployment's own. */
const nowhere: ChannelSettings = {
  mode: 'api',
  wechat: {
    apiBase: 'http://127.0.0.1:9',
    appId: '',
    appSecret: '',
    defaultCover: { bytes: new Uint8Array(), mime: 'image/png', fileName: 'cover.png' },
  },
  weibo: { apiBase: 'http://127.0.0.1:9', accessToken: '', safeDomain: '', rip: '' },
  contact: { desk: '', phone: '', email: '' },
  pressDir: '',
};
const silent = { clock: systemClock, assets: { read: () => Promise.reject(new Error('只核对，不读图片。')) } };

/** Accounts that a story is planned on. */
export interface PlannedChannels {
  channels: Channel[];
  /** Their kinds: wechat, weibo, press … */
  types: string[];
}

/** Where a story is planned to go: the channels of its posts and of its pushes without a campaign, whenever they are due. */
export async function plannedChannels(payload: Payload, storyId: string): Promise<PlannedChannels> {
  const all = { depth: 0, pagination: false, select: { channels: true } } as const;
  const [posts, pushes] = await Promise.all([
    payload.find({ ...all, collection: 'posts', where: { story: { equals: storyId } } }),
    payload.find({
      ...all,
      collection: 'daily-posts',
      where: { and: [{ story: { equals: storyId } }, { state: { equals: 'open' } }] },
    }),
  ]);
  const wanted = new Set([
    ...posts.docs.flatMap(({ channels }) => channels ?? []),
    // One that cannot be read is told where it is planned; the story is checked without it.
    ...pushes.docs.flatMap(({ channels }) => dailyChannelsDoor.read(channels).value),
  ]);
  if (wanted.size === 0) return { channels: [], types: [] };
  const accounts = (await contentOf(payload).channels()).filter(({ id }) => wanted.has(id));
  return {
    channels: await judgingChannels(accounts),
    types: [...new Set(accounts.map(({ type }) => type))],
  };
}

/** Channels of these accounts that judge what would go out; nothing of them reaches anybody. */
export async function judgingChannels(accounts: readonly ChannelAccount[]): Promise<Channel[]> {
  // Every command and every page of the desk would pay for the channels' libraries.
  const { createChannels } = await import('../../../campaigns/channels/create-channels.ts');
  return [...createChannels(accounts, nowhere, silent).values()];
}

const fields: Record<string, string> = {
  title: '标题',
  summary: '摘要',
  html: '正文',
  cover: '题图',
  images: '图片',
  author: '作者',
};

/** What each of the channels has to say of the story as it would go out. */
export function channelFindings(snapshot: Snapshot, storyId: string, channels: readonly Channel[]): Finding[] {
  const release = {
    ...snapshot,
    ...renditionOf(snapshot, snapshot.corrections),
    id: '',
    storyId,
    serial: 0,
    version: 0,
    hash: '',
    column: snapshot.column?.slug ?? '',
    signedBy: '',
    signedAt: new Date(0).toISOString(),
  };
  return channels.flatMap((channel) =>
    channel.validate(release).map(
      ({ field, level, message }): Finding => ({
        rule: `channel/${channel.id}`,
        level,
        at: `${channel.name}·${fields[field] ?? field}`,
        text: '',
        mend: message,
      }),
    ),
  );
}
