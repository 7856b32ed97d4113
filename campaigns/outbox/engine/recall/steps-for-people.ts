import { receiptWords } from '../../../ports/state-words.ts';
import type { Channel } from '../../../channels/channel.ts';
import type { Delivery } from '../../../ports/delivery.ts';
import type { Release } from '../../../ports/release.ts';
import type { RecallOrder } from '../../../ports/recall.ts';

const which = ({ externalId, id, url }: Delivery, { title }: Release): string =>
  `《${title.trim()}》（${[url, externalId && `编号 ${externalId}`].filter(Boolean).join('，') || `文中链接以 ?d=${id} 结尾`}）`;

/** A platform without a call for corrections: what is out there is changed, or taken away and published anew, by hand. */
export const correctBySteps = (
  channel: Channel,
  delivery: Delivery,
  release: Release,
  { correction, deadline }: RecallOrder,
): string =>
  `${channel.name}没有更正接口，请人在 ${deadline} 前更正。请这样做：一、登录${channel.name}，找到${which(delivery, release)}；` +
  `二、平台允许修改的，把“${correction?.wrong ?? ''}”改为“${correction?.right ?? ''}”；不允许修改的，删除这一篇，用改好的稿件重新发布，并另发一条更正说明；` +
  `三、打开网址核对改好了没有；四、回到推送台账登记“${receiptWords.corrected}”。`;

/** Its account is no longer among the channels. */
export const noChannelSteps = (delivery: Delivery, release: Release, { kind, deadline }: RecallOrder): string =>
  `没有名为“${delivery.channel}”的渠道，系统${kind === 'withdraw' ? '撤不回' : '改不了'}这一份，请人在 ${deadline} 前办。请这样做：` +
  `一、找到当时的账号或单位，查到${which(delivery, release)}；二、${kind === 'withdraw' ? '请对方删除' : '请对方更正'}，核对结果；三、回到推送台账登记。`;
