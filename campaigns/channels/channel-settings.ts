import type { AssetBytes } from '../ports/assets.ts';
import type { PressContact } from './press/config.ts';
import type { PressAccess } from './press/deliver/open-transport.ts';
import type { AskPage } from './website/ask-page.ts';

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

export const settleOf = ({ settleMs }: ChannelSettings) => (settleMs === undefined ? {} : { settleMs });
