import { httpText } from './http-text.ts';
import { sealCallback } from './callback-seal.ts';
import type { CallbackProfile } from './profile.ts';
import type { EventRow, WechatState } from './state.ts';

/** One attempt to bring an event to the account's server; `answer` is null when there was none. */
export interface CallbackRow {
  event: string;
  status: number | null;
  answer: string | null;
}

export interface Courier {
  /** Sends what waits, with the misfortunes that the profile asks for; resolves when everything has been tried. */
  deliver(): Promise<void>;
  /** Every attempt so far, in order. */
  attempts(): CallbackRow[];
  stop(): void;
}

// The platform waits five seconds for “success” and repeats three times (channels.md §1 Callback).
const repeats = 3;

/** Brings events to the servers that accounts have registered; one courier at a time, so that order means something. */
export function createCourier(state: WechatState): Courier {
  const tried: CallbackRow[] = [];
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();

  const post = async (row: EventRow, to: CallbackProfile, forged: boolean): Promise<boolean> => {
    const xml = `<xml><ToUserName><![CDATA[gh_demo]]></ToUserName><FromUserName><![CDATA[o-demo]]></FromUserName>
<CreateTime>${Math.floor(row.at / 1000)}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${row.event}]]></Event>
${row.inner}</xml>`;
    const { query, body } = sealCallback(xml, to, row.appId, state.clock.now().getTime(), forged);
    const reply = await httpText(`${to.url}${to.url.includes('?') ? '&' : '?'}${query}`, body, stopping.signal);
    tried.push({ event: row.event, status: reply?.status ?? null, answer: reply?.text ?? null });
    return reply?.status === 200 && reply.text === 'success';
  };

  const bring = async (row: EventRow): Promise<void> => {
    const to = state.accounts.get(row.appId)?.callback;
    if (!to) return;
    const use = (what: 'lost' | 'doubled' | 'badSignature') => {
      const account = state.accounts.get(row.appId);
      const left = account?.callback?.[what] ?? 0;
      if (account?.callback && left > 0)
        state.accounts.set(row.appId, { ...account, callback: { ...account.callback, [what]: left - 1 } });
      return left > 0;
    };
    if (use('lost')) return;
    const forged = use('badSignature');
    for (let again = use('doubled') ? 2 : 1; again > 0; again -= 1) {
      for (let i = 0; i <= repeats && !stopping.signal.aborted; i += 1) {
        if (await post(row, to, forged)) break;
      }
    }
  };

  const run = async (): Promise<void> => {
    const waiting = state.events.entries();
    for (const [id] of waiting) state.events.delete(id);
    const reordered = waiting.some(([, row]) => state.accounts.get(row.appId)?.callback?.reordered);
    for (const [, row] of reordered ? waiting.toReversed() : waiting) await bring(row);
  };

  return {
    deliver: () => (running = running.then(run)),
    attempts: () => [...tried],
    stop: () => stopping.abort(),
  };
}
