import { communityKind } from './community/kind.ts';
import type { ChannelKind } from './define-channel.ts';
import { pressKind } from './press/kind.ts';
import { siteKind } from './website/kind.ts';
import { wechatKind } from './wechat/kind.ts';
import { weiboKind } from './weibo/kind.ts';

/** Every kind of channel, one line each; what their accounts are is listed in `account-kinds.ts`. */
export const channelKinds: readonly ChannelKind[] = [wechatKind, weiboKind, pressKind, communityKind, siteKind];
