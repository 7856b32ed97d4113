import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { AssetBytes } from '../ports/assets.ts';
import type { Channel, ChannelContext } from './channel.ts';
import { createCommunityChannel } from './community/community-channel.ts';
import { createManualChannel } from './manual/manual-channel.ts';
import { deliverSchema } from './press/deliver/deliver-schema.ts';
import type { PressContact } from './press/config.ts';
import type { PressAccess } from './press/deliver/open-transport.ts';
import { createPressChannel } from './press/press-channel.ts';
import type { AskPage } from './website/ask-page.ts';
import { createSiteChannel } from './website/site-channel.ts';
import { createWechatChannel } from './wechat/wechat-channel.ts';
import { createWeiboChannel } from './weibo/weibo-channel.ts';

const text = z.string().min(1);
const common = { id: text, name: text };

/** One account, as `content/channels/<id>.yaml` states it. */
export const accountSchema = z.discriminatedUnion('type', [
  z.looseObject({
    ...common,
    type: z.literal('wechat'),
    send: z.enum(['publish', 'mass'], { error: '请写 publish（发布）或 mass（群发）' }).nullish().transform((send) => send ?? 'publish'),
  }),
  z.looseObject({
    ...common,
    type: z.literal('weibo'),
    /** Try to delete by API when a post is withdrawn (unverified). */
    destroy: z.boolean({ error: '请写 true 或 false' }).nullish().transform((destroy) => destroy ?? false),
  }),
  z.looseObject({
    ...common,
    type: z.literal('press'),
    outlet: text,
    desk: z.looseObject({ name: text, phone: text, email: text }),
    page: text.nullish().transform((page) => page ?? null),
    deadline: text.nullish().transform((deadline) => deadline ?? null),
    embargo: text.nullish().transform((embargo) => embargo ?? null),
    deliver: deliverSchema.nullish().transform((deliver) => deliver ?? { by: 'folder' as const }),
  }),
  z.looseObject({
    ...common,
    type: z.literal('community'),
    masthead: text,
    issuer: text,
    contact: z.looseObject({ desk: text, phone: text }),
  }),
  z.looseObject({ ...common, type: z.literal('site') }),
]);

export type ChannelAccount = z.input<typeof accountSchema>;

/** Where and as whom the platforms are reached; the composition root reads it from the environment. */
export interface ChannelSettings {
  /** `manual`: WeChat and Weibo get packs for publishing by hand. Press is by hand anyway. */
  mode: 'api' | 'manual';
  wechat: { apiBase: string; appId: string; appSecret: string; defaultCover?: AssetBytes; submitSettleMs?: number };
  weibo: { apiBase: string; accessToken: string; safeDomain: string; rip: string };
  /** Whom outlets call about what they were given: our own people. */
  contact: PressContact;
  /** Folder of 供稿包, one folder an outlet. */
  pressDir: string;
  /** Mail, SFTP and receipts of the press; nothing set: folders only. */
  press?: PressAccess;
  /** Folder of manual packs, one folder a channel; by default beside the 供稿包. */
  manualDir?: string;
  /** Folder of 社区打印包; by default beside the 供稿包. */
  communityDir?: string;
  /** How the site's pages are asked; over HTTP by default. A simulation, which has no site, answers from its data. */
  askPage?: AskPage;
  /** Milliseconds after a doubtful send until the platform is trusted to show it; 8 s by default. */
  settleMs?: number;
}

/**
 * Every account as a channel, by id. Two accounts of one platform share its credentials.
 * @throws Error with a Chinese sentence for a malformed or repeated account
 */
export function createChannels(accounts: readonly ChannelAccount[], settings: ChannelSettings, context: ChannelContext): Map<string, Channel> {
  const channels = new Map<string, Channel>();
  for (const raw of accounts) {
    const account = accountSchema.safeParse(raw);
    if (!account.success) {
      const issue = account.error.issues[0];
      throw new Error(`渠道“${String(raw.id)}”的设置不对（${issue?.path.join('.') ?? ''}：${issue?.message ?? ''}）：请修改 content/channels/ 里的文件。`);
    }
    if (channels.has(account.data.id)) throw new Error(`渠道“${account.data.id}”写了两次：请在 content/channels/ 里只留一份。`);
    channels.set(account.data.id, create(account.data, settings, context));
  }
  return channels;
}

function create(account: z.output<typeof accountSchema>, settings: ChannelSettings, context: ChannelContext): Channel {
  const { id, name } = account;
  const settle = settings.settleMs === undefined ? {} : { settleMs: settings.settleMs };
  if (account.type === 'press') {
    const { outlet, desk, page, deadline, embargo, deliver } = account;
    return createPressChannel({ id, name, outlet, desk, contact: settings.contact, page, deadline, embargo, deliver, dir: settings.pressDir }, context, settings.press);
  }
  if (account.type === 'community') {
    const { masthead, issuer, contact } = account;
    const dir = settings.communityDir ?? join(dirname(settings.pressDir), 'community');
    // A second set of villages has a folder of its own beside the years of the first.
    return createCommunityChannel({ id, name, masthead, issuer, contact, dir: id === 'community' ? dir : join(dir, id) }, context);
  }
  if (account.type === 'site') return createSiteChannel({ id, name, askPage: settings.askPage }, context);
  if (settings.mode === 'manual') {
    return createManualChannel({ id, name, kind: account.type, dir: settings.manualDir ?? settings.pressDir }, context);
  }
  if (account.type === 'wechat') return createWechatChannel({ id, name, send: account.send, ...settings.wechat, ...settle }, context);
  return createWeiboChannel({ id, name, destroy: account.destroy, ...settings.weibo, ...settle }, context);
}
