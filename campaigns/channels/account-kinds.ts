import { communityAccount } from './community/account.ts';
import { pressAccount } from './press/account.ts';
import { siteAccount } from './website/account.ts';
import { wechatAccount } from './wechat/account.ts';
import { weiboAccount } from './weibo/account.ts';

/** Every kind of account, one line each; what sends for it is listed in `channel-kinds.ts`. */
export const accountKinds = [wechatAccount, weiboAccount, pressAccount, communityAccount, siteAccount] as const;
