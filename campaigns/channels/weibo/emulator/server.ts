import { z } from 'zod';
import type { Clock } from '../../../ports/clock.ts';
import { Journal } from '../../emulator/journal.ts';
import type { Switch } from '../../emulator/switches.ts';
import { serve, type EmulatedReply, type EmulatedRequest, type RunningEmulator } from '../../emulator/server.ts';
import { deliveryIdOf } from '../../shared/correlation.ts';
import { failReply, WeiboFail } from './fail.ts';
import { timelinePage } from './page.ts';
import { profileSchema, type WeiboProfile, type WeiboProfileInput } from './profile.ts';
import { weiboSwitches } from './switches.ts';
import { destroyPost, linksIn, sharePost, type WeiboState } from './share.ts';

export interface WeiboEmulatorOptions {
  /** 0: any free port. */
  port: number;
  clock: Clock;
  /** JSON lines; with it a restart keeps what was posted and counted. */
  stateFile?: string;
  /** Domain bound to the app; short for `profile.safeDomain`. */
  safeDomain?: string;
  /** By default token `demo-token`. */
  profile?: WeiboProfileInput;
}

/** One post in the order of posting; `at` ISO 8601. */
export interface WeiboLedgerRow {
  id: string;
  text: string;
  url: string;
  link: string | null;
  deliveryId: string | null;
  at: string;
  picture: boolean;
  deleted: boolean;
}

export interface WeiboEmulator extends RunningEmulator {
  ledger(): WeiboLedgerRow[];
  change(profile: WeiboProfileInput): void;
}

/** A Weibo of our own on a real socket, as strict as channels.md §4 asks. Listens on 127.0.0.1 only. */
export async function startWeiboEmulator(options: WeiboEmulatorOptions): Promise<WeiboEmulator> {
  const given = options.safeDomain ? { safeDomain: options.safeDomain } : {};
  const account = { profile: profileSchema.parse({ ...options.profile, ...given }) };
  const journal = new Journal(options.stateFile);
  const state: WeiboState = { clock: options.clock, posts: journal.table('posts'), counts: journal.table('counts') };
  const change = (input: unknown) => {
    account.profile = profileSchema.parse({ ...account.profile, ...z.looseObject({}).parse(input) });
  };
  let base = '';
  const ledger = () => ledgerOf(state, base);
  const running = await serve(options.port, (url, faults) => {
    base = url;
    const switches = () => weiboSwitches(account.profile, change, faults);
    return {
      ledger,
      change,
      switches,
      handle: (request) => handle(state, account.profile, request, switches),
      fault: (code, request) => failReply(code, request.path),
    };
  });
  return { ...running, ledger, change };
}

async function handle(
  state: WeiboState,
  profile: WeiboProfile,
  request: EmulatedRequest,
  switches: () => Switch[],
): Promise<EmulatedReply> {
  if (request.path === '/') return { status: 200, body: timelinePage(state, switches()) };
  const post = state.posts.get(request.path.replace('/pictures/', ''));
  if (post?.mime && post.base64)
    return { status: 200, body: { bytes: new Uint8Array(Buffer.from(post.base64, 'base64')), mime: post.mime } };
  try {
    // Ordinary apps may only share (10014 for statuses/update and all else).
    if (request.path === '/2/statuses/destroy.json')
      return { status: 200, body: await destroyPost(state, profile, request) };
    if (request.path !== '/2/statuses/share.json') throw new WeiboFail(10014);
    return { status: 200, body: await sharePost(state, profile, request) };
  } catch (error) {
    return failReply(error instanceof WeiboFail ? error.code : 10001, request.path);
  }
}

const ledgerOf = (state: WeiboState, base: string): WeiboLedgerRow[] =>
  state.posts.entries().map(([id, post]) => {
    const link = linksIn(post.text).find((l) => deliveryIdOf(l)) ?? linksIn(post.text)[0] ?? null;
    return {
      id,
      text: post.text,
      url: `${base}/#${id}`,
      link,
      deliveryId: deliveryIdOf(link),
      at: new Date(post.at).toISOString(),
      picture: post.mime !== null,
      deleted: post.deleted === true,
    };
  });
