import type { Clock } from '../../../ports/clock.ts';
import type { Journal, Table } from '../../emulator/journal.ts';
import type { Profile } from './profile.ts';

export interface TokenRow {
  appId: string;
  family: 'token' | 'stable';
  expiresAt: number;
  /** Killed by a forced refresh. */
  dead: boolean;
}

export interface MediaRow {
  appId: string;
  kind: 'inline' | 'image' | 'thumb';
  mime: string;
  bytes: number;
  base64: string;
  createdAt: number;
}

export interface Article {
  title: string;
  author: string;
  digest: string;
  content: string;
  content_source_url: string;
  thumb_media_id: string;
}

export interface DraftRow {
  appId: string;
  articles: Article[];
  updatedAt: number;
}

export interface JobRow {
  appId: string;
  draftId: string;
  articles: Article[];
  submittedAt: number;
  readyAt: number;
  /** What it ends with at `readyAt`. */
  ends: number;
  later: { status: number; at: number } | null;
  articleId: string;
  settled: boolean;
}

export interface PublishedRow {
  appId: string;
  articles: Article[];
  /** By freepublish, or sent to all followers. */
  by: 'publish' | 'mass';
  at: number;
  deleted: boolean;
}

export interface MassRow {
  appId: string;
  at: number;
  lastTryAt: number;
  msgId: number;
  state: 'done' | 'waiting';
  draftId: string;
}

/** An event that is to be sent to the account's server. */
export interface EventRow {
  appId: string;
  /** Inside of `<xml>`, after the head. */
  inner: string;
  /** PUBLISHJOBFINISH or MASSSENDJOBFINISH. */
  event: string;
  at: number;
}

export interface WechatState {
  url: string;
  clock: Clock;
  accounts: Map<string, Profile>;
  tokens: Table<TokenRow>;
  media: Table<MediaRow>;
  drafts: Table<DraftRow>;
  jobs: Table<JobRow>;
  published: Table<PublishedRow>;
  mass: Table<MassRow>;
  events: Table<EventRow>;
  /** Calls by account, day or month, and path. */
  counts: Table<number>;
}

export const openState = (
  url: string,
  clock: Clock,
  accounts: Map<string, Profile>,
  journal: Journal,
): WechatState => ({
  url,
  clock,
  accounts,
  tokens: journal.table('tokens'),
  media: journal.table('media'),
  drafts: journal.table('drafts'),
  jobs: journal.table('jobs'),
  published: journal.table('published'),
  mass: journal.table('mass'),
  events: journal.table('events'),
  counts: journal.table('counts'),
});

/** One authorised business call. */
export interface Call {
  state: WechatState;
  account: Profile;
  now: number;
  body: unknown;
}
