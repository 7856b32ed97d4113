import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readArticle, readArticles } from './articles.ts';
import { Fail } from './fail.ts';
import { listing, newsItem } from './listing.ts';
import type { Call, DraftRow } from './state.ts';

const body = <T>(call: Call, schema: z.ZodType<T>): T => {
  const parsed = schema.safeParse(call.body);
  if (!parsed.success) throw new Fail(47001);
  return parsed.data;
};

const one = z.looseObject({ media_id: z.string() });

export function addDraft(call: Call): object {
  const { articles } = body(call, z.looseObject({ articles: z.unknown() }));
  const row: DraftRow = { appId: call.account.appId, articles: readArticles(call, articles), updatedAt: call.now };
  const id = randomBytes(32).toString('base64url');
  call.state.drafts.set(id, row);
  return { media_id: id };
}

/** Takes one article object and an index, not an array. */
export function updateDraft(call: Call): object {
  const { media_id, index, articles } = body(call, one.extend({ index: z.number().int(), articles: z.unknown() }));
  const draft = requireDraft(call, media_id);
  if (Array.isArray(articles)) throw new Fail(47001);
  if (!draft.articles[index]) throw new Fail(45008);
  const next = draft.articles.with(index, readArticle(call, articles));
  call.state.drafts.set(media_id, { ...draft, articles: next, updatedAt: call.now });
  return { errcode: 0, errmsg: 'ok' };
}

export function getDraft(call: Call): object {
  const draft = requireDraft(call, body(call, one).media_id);
  return { news_item: draft.articles.map((a) => newsItem(call, a, null)) };
}

export function deleteDraft(call: Call): object {
  const { media_id } = body(call, one);
  requireDraft(call, media_id);
  call.state.drafts.delete(media_id);
  return { errcode: 0, errmsg: 'ok' };
}

export function listDrafts(call: Call): object {
  const rows = own(call).map(([id, draft]) => ({ media_id: id, articles: draft.articles, at: draft.updatedAt }));
  return listing(call, rows, (row, news) => ({
    media_id: row.media_id,
    content: { news_item: news },
    update_time: Math.floor(row.at / 1000),
  }));
}

export const countDrafts = (call: Call): object => ({ total_count: own(call).length });

/** Irreversible when used; `checkonly=1` only asks. New accounts have it on. */
export const switchDrafts = (): object => ({ errcode: 0, errmsg: 'ok', is_open: 1 });

/** @throws Fail 40007 when it is not in this account's box (never was, deleted, published) */
export function requireDraft(call: Call, id: string): DraftRow {
  const draft = call.state.drafts.get(id);
  if (!draft || draft.appId !== call.account.appId) throw new Fail(40007);
  return draft;
}

const own = (call: Call) => call.state.drafts.entries().filter(([, d]) => d.appId === call.account.appId);
