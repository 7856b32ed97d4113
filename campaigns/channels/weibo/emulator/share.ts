import { readForm, type FormBody } from '../../emulator/multipart.ts';
import type { EmulatedRequest } from '../../emulator/server.ts';
import type { Table } from '../../emulator/journal.ts';
import type { Clock } from '../../../ports/clock.ts';
import { imageType } from '../../shared/image-type.ts';
import { civilDay } from '../../../calendar/civil-day.ts';
import { hanziWeight } from '../../shared/text-length.ts';
import { WeiboFail } from './fail.ts';
import type { WeiboProfile } from './profile.ts';

export interface PostRow {
  text: string;
  at: number;
  mime: string | null;
  base64: string | null;
  deleted?: boolean;
}

export interface WeiboState {
  clock: Clock;
  posts: Table<PostRow>;
  /** Calls by day. */
  counts: Table<number>;
}

const urls = /https?:\/\/[^\s\u4e00-\u9fff]+/g;

/** `statuses/share`: every check of channels.md §2, then one post. @throws WeiboFail */
export async function sharePost(state: WeiboState, profile: WeiboProfile, request: EmulatedRequest): Promise<object> {
  if (request.method !== 'POST') throw new WeiboFail(10021);
  const form = await readForm(request);
  if (!form) throw new WeiboFail(10008);
  const now = state.clock.now();
  requireToken(profile, form.fields.get('access_token') ?? request.query.get('access_token'), now);
  countDay(state, profile, now);
  if (profile.restricted) throw new WeiboFail(profile.restricted);
  const text = form.fields.get('status') ?? '';
  if (!text || !form.fields.get('rip')) throw new WeiboFail(10016);
  checkText(text, profile.safeDomain);
  const picture = readPicture(form);
  if (state.posts.values().some((p) => p.text === text && !p.deleted)) throw new WeiboFail(profile.duplicateCode);
  const lastHour = state.posts.values().filter((p) => now.getTime() - p.at < 3_600_000).length;
  if (lastHour >= profile.perHour) throw new WeiboFail(20016);
  const id = String(5_100_000_000_000_001 + state.posts.entries().length);
  state.posts.set(id, { text, at: now.getTime(), ...picture });
  return { created_at: now.toUTCString(), id: Number(id), idstr: id, mid: id, text };
}

/** `statuses/destroy`, as far as it is known: one's own post by id, and nothing more to it (unverified). @throws WeiboFail */
export async function destroyPost(state: WeiboState, profile: WeiboProfile, request: EmulatedRequest): Promise<object> {
  if (request.method !== 'POST') throw new WeiboFail(10021);
  if (!profile.destroy) throw new WeiboFail(10014);
  const form = await readForm(request);
  if (!form) throw new WeiboFail(10008);
  const now = state.clock.now();
  requireToken(profile, form.fields.get('access_token') ?? request.query.get('access_token'), now);
  countDay(state, profile, now);
  const id = form.fields.get('id') ?? '';
  const post = state.posts.get(id);
  if (!post || post.deleted) throw new WeiboFail(20101);
  state.posts.set(id, { ...post, deleted: true });
  return { id: Number(id), idstr: id, mid: id, text: post.text };
}

function requireToken(profile: WeiboProfile, token: string | null, now: Date): void {
  if (token !== profile.token) throw new WeiboFail(21332);
  if (profile.expiresAt && now.getTime() >= Date.parse(profile.expiresAt)) throw new WeiboFail(21327);
}

/** Every call counts, also a refused one; days are Asia/Shanghai. */
function countDay(state: WeiboState, profile: WeiboProfile, now: Date): void {
  const day = civilDay(now);
  const used = state.counts.get(day) ?? 0;
  if (used >= profile.perDay) throw new WeiboFail(10023);
  state.counts.set(day, used + 1);
}

function checkText(text: string, safeDomain: string): void {
  const links = text.match(urls) ?? [];
  if (/#[^#\s]+#/.test(text.replace(urls, ''))) throw new WeiboFail(20021);
  if (hanziWeight(text.replace(urls, '')) + links.length * 10 > 140) throw new WeiboFail(20012);
  const host = new URL(`https://${safeDomain}`).hostname;
  const onDomain = (link: string) =>
    URL.canParse(link) && (new URL(link).hostname === host || new URL(link).hostname.endsWith(`.${host}`));
  if (!links.some(onDomain)) throw new WeiboFail(10017);
}

function readPicture(form: FormBody): { mime: string | null; base64: string | null } {
  if (form.fields.has('pic')) throw new WeiboFail(20007);
  const file = form.files.get('pic');
  if (!file) return { mime: null, base64: null };
  const type = imageType(file.bytes);
  if (!type || type === 'bmp') throw new WeiboFail(20005);
  if (file.bytes.length >= 5 * 1024 * 1024) throw new WeiboFail(20006);
  return { mime: `image/${type}`, base64: Buffer.from(file.bytes).toString('base64') };
}

/** The links in a post, in order. */
export const linksIn = (text: string): string[] => text.match(urls) ?? [];
