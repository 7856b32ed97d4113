import { z } from 'zod';
import type { Clock } from '../../../ports/clock.ts';
import { Journal } from '../../emulator/journal.ts';
import type { Switch } from '../../emulator/switches.ts';
import { serve, type EmulatedReply, type EmulatedRequest, type RunningEmulator } from '../../emulator/server.ts';
import { deliveryIdOf } from '../../shared/correlation.ts';
import { createCourier, type CallbackRow, type Courier } from './courier.ts';
import { Fail, failBody } from './fail.ts';
import { accountPage, articlePage } from './page.ts';
import { profileSchema, type Profile, type ProfileInput } from './profile.ts';
import { settleJobs, articleUrl } from './publish.ts';
import { answer } from './routes.ts';
import { openState, type WechatState } from './state.ts';
import { wechatSwitches } from './switches.ts';

export interface WechatEmulatorOptions {
  /** 0: any free port. */
  port: number;
  clock: Clock;
  /** JSON lines; with it a restart keeps tokens, media, drafts and what was published. */
  stateFile?: string;
  /** The first account; by default `wxdemo` / `demo-secret`, verified. */
  profile?: ProfileInput;
  /** Further accounts. */
  others?: ProfileInput[];
}

/** One published article in the order of publishing; `at` ISO 8601. */
export interface WechatLedgerRow {
  id: string;
  account: string;
  title: string;
  url: string;
  link: string;
  deliveryId: string | null;
  at: string;
  by: 'publish' | 'mass';
  deleted: boolean;
}

export interface WechatEmulator extends RunningEmulator {
  ledger(): WechatLedgerRow[];
  change(profile: Partial<ProfileInput>): void;
  /** Sends the events that are due by the clock; every attempt so far. Without it they are sent after the next request. */
  callbacks(): Promise<CallbackRow[]>;
}

/** A WeChat of our own on a real socket, as strict as channels.md §4 asks. Listens on 127.0.0.1 only. */
export async function startWechatEmulator(options: WechatEmulatorOptions): Promise<WechatEmulator> {
  const profiles = [options.profile ?? {}, ...(options.others ?? [])].map((p) => profileSchema.parse(p));
  const accounts = new Map(profiles.map((p) => [p.appId, p]));
  const journal = new Journal(options.stateFile);
  const change = (input: unknown) => changeProfile(accounts, input);
  let ledger = (): WechatLedgerRow[] => [];
  let courier: Courier | null = null;
  let closed = false;
  let callbacks = async (): Promise<CallbackRow[]> => [];
  const running = await serve(options.port, (url, faults) => {
    const state = openState(url, options.clock, accounts, journal);
    ledger = () => ledgerOf(state);
    const postman = createCourier(state);
    courier = postman;
    callbacks = async () => {
      if (closed) return postman.attempts();
      settleJobs(state);
      await postman.deliver();
      return postman.attempts();
    };
    const switches = () => wechatSwitches(state, faults);
    return {
      ledger,
      change,
      switches,
      handle: async (request) => {
        const reply = await handle(state, request, switches);
        const registered = [...accounts.values()].filter((a) => a.callback !== null);
        if (registered.some((a) => a.callback?.early)) await callbacks();
        else if (registered.length > 0)
          laterToo(
            callbacks,
            registered.reduce((longest, { publishMs }) => Math.max(longest, publishMs), 0),
          );
        return reply;
      },
      fault: (code) => ({ status: 200, body: failBody(code) }),
    };
  });
  return {
    ...running,
    ledger: () => ledger(),
    change,
    callbacks: () => callbacks(),
    close: async () => {
      closed = true;
      courier?.stop();
      await running.close();
    },
  };
}

/** Now, and once more when what was just accepted may be done, so that events come without anybody asking. */
function laterToo(callbacks: () => Promise<unknown>, ms: number): void {
  void callbacks();
  setTimeout(() => void callbacks(), Math.min(ms + 50, 2 ** 31 - 1)).unref();
}

async function handle(state: WechatState, request: EmulatedRequest, switches: () => Switch[]): Promise<EmulatedReply> {
  settleJobs(state);
  const [, room, id] = request.path.split('/');
  if (request.path === '/') return { status: 200, body: accountPage(state, switches(), request.query.get('a')) };
  if (room === 's' && id) {
    const row = state.published.get(id);
    const index = Number(request.query.get('idx') ?? 1) - 1;
    return row ? { status: 200, body: articlePage(state, row, index) } : { status: 404, body: '<p>没有这篇文章。</p>' };
  }
  const picture = room === 'pictures' && id ? state.media.get(id) : null;
  if (picture)
    return { status: 200, body: { bytes: new Uint8Array(Buffer.from(picture.base64, 'base64')), mime: picture.mime } };
  try {
    return { status: 200, body: await answer(state, request) };
  } catch (error) {
    if (error instanceof Fail) return { status: 200, body: failBody(error.code, error.more) };
    return { status: 200, body: failBody(-1) };
  }
}

function ledgerOf(state: WechatState): WechatLedgerRow[] {
  settleJobs(state);
  return state.published.entries().flatMap(([id, row]) =>
    row.articles.map((article, i) => ({
      id,
      account: row.appId,
      title: article.title,
      url: articleUrl(state, id, i),
      link: article.content_source_url,
      deliveryId: deliveryIdOf(article.content_source_url),
      at: new Date(row.at).toISOString(),
      by: row.by,
      deleted: row.deleted,
    })),
  );
}

/** A change names the account (default: the first) and whatever is to differ. @throws ZodError */
function changeProfile(accounts: Map<string, Profile>, input: unknown): void {
  const patch = z.looseObject({ appId: z.string().optional() }).parse(input);
  const appId = patch.appId ?? [...accounts.keys()][0] ?? '';
  accounts.set(appId, profileSchema.parse({ ...accounts.get(appId), ...patch, appId }));
}
