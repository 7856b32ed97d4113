import type { Clock } from '../../../campaigns/ports/clock.ts';
import { createChannelEvents } from '../../../cms/store/payload-channel-events.ts';
import { createDeliveryStore } from '../../../cms/store/payload-delivery-store.ts';
import type { PublicHook } from '../../../site/server/hooks.ts';
import { say } from '../../cli/talk.ts';
import type { OpenCms } from '../../compose/open-cms.ts';
import { wechatCallbackKeys } from '../../settings/wechat-callback.ts';
import { wechatHook } from './wechat-hook.ts';

/** What the public server takes in besides showing pages; each hook has a file of its own here. */
export async function createHooks({ payload, settings }: OpenCms, clock: Clock): Promise<PublicHook[]> {
  const log = (line: string) => say(`  [接收] ${line}`);
  const keys = await wechatCallbackKeys(settings);
  const wechat = keys && wechatHook({ keys, events: createChannelEvents(payload), store: createDeliveryStore(payload), clock, log });
  return wechat ? [wechat] : [];
}
