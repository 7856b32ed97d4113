import type { CallbackKeys } from '../../../campaigns/channels/wechat/callback/keys.ts';
import { handleCallback, maxCallbackBytes } from '../../../campaigns/channels/wechat/callback/handle-callback.ts';
import { concerns, toChannelEvent } from '../../../campaigns/channels/wechat/inbox.ts';
import { wake } from '../../../campaigns/outbox/engine/wake.ts';
import type { ChannelEvents } from '../../../campaigns/ports/channel-events.ts';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import type { DeliveryStore } from '../../../campaigns/ports/delivery-store.ts';
import type { PublicHook } from '../../../site/server/hooks.ts';

/** The path that is entered as 服务器地址（URL） in 公众平台 → 服务器配置. */
export const wechatHookPath = '/hooks/wechat';

export interface WechatHookParts {
  keys: CallbackKeys;
  events: ChannelEvents;
  store: DeliveryStore;
  clock: Clock;
  log(line: string): void;
}

/**
 * Takes WeChat's callbacks (channels.md §1 Callback): keeps the event, wakes the delivery that it speaks of, answers.
 * `success` means that it is kept; when it could not be, the platform repeats it.
 */
export const wechatHook = ({ keys, events, store, clock, log }: WechatHookParts): PublicHook => ({
  prefix: wechatHookPath,
  maxBytes: maxCallbackBytes,
  async handle(request) {
    const { pathname, searchParams: query } = new URL(request.url);
    if (pathname !== wechatHookPath) return plain(404, '这里没有这个地址。');
    const now = clock.now();
    const body = new Uint8Array(await request.arrayBuffer());
    const { status, body: answer, event } = handleCallback({ method: request.method, query, body }, keys, now);
    if (event) {
      await events.add(toChannelEvent(event, keys.appId, now));
      // Only hastens: without it the look comes in its own time.
      await wake(store, clock, concerns(event)).catch((error: unknown) =>
        log(`微信通知已记下，但没能提前核对：${String(error)}`),
      );
    }
    return plain(status, answer);
  },
});

const plain = (status: number, text: string): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
