import type { Clock } from '../../../campaigns/ports/clock.ts';
import { createChannelEvents } from '../../../cms/store/payload-channel-events.ts';
import { publicFiles } from '../../../cms/texts/files/public-files.ts';
import { createDeliveryStore } from '../../../cms/store/payload-delivery-store.ts';
import { createReleaseSource } from '../../../cms/store/release-source.ts';
import type { PublicHook } from '../../../site/server/hooks.ts';
import { say } from '../../cli/talk.ts';
import type { OpenCms } from '../../compose/open-cms.ts';
import { pressAccess } from '../../settings/press.ts';
import { wechatCallbackKeys } from '../../settings/wechat-callback.ts';
import { pressHook } from './press-hook.ts';
import { wechatHook } from './wechat-hook.ts';

/** What the public server takes in besides showing pages; each hook has a file of its own here. */
export async function createHooks({ payload, settings }: OpenCms, clock: Clock): Promise<PublicHook[]> {
  const log = (line: string) => say(`  [接收] ${line}`);
  const keys = await wechatCallbackKeys(settings);
  const store = createDeliveryStore(payload);
  const wechat = keys && wechatHook({ keys, events: createChannelEvents(payload), store, clock, log });
  const outlets = async () =>
    new Map(
      (await publicFiles(payload).channels()).flatMap((channel) =>
        'outlet' in channel ? [[channel.id, channel.outlet]] : [],
      ),
    );
  const { receipts } = await pressAccess(settings);
  const press =
    receipts && pressHook({ key: receipts.key, store, releases: createReleaseSource(payload).get, outlets, clock });
  return [...(wechat ? [wechat] : []), ...(press ? [press] : [])];
}
