import { z } from 'zod';
import { codePoints, cut } from '../../shared/text-length.ts';
import { Fail } from './fail.ts';
import { mediaIdOf, requireCover } from './media.ts';
import type { Article, Call } from './state.ts';

const text = z.string().default('');

const shape = z.looseObject({
  title: text,
  author: text,
  digest: text,
  content: text,
  content_source_url: text,
  thumb_media_id: text,
});

/** Checks and cleans the articles of draft/add. @throws Fail with the platform's code */
export function readArticles(call: Call, raw: unknown): Article[] {
  if (!Array.isArray(raw)) throw new Fail(47001);
  if (raw.length === 0) throw new Fail(44003);
  if (raw.length > 8) throw new Fail(45008);
  return raw.map((item) => readArticle(call, item));
}

/** One article, as draft/update gets it. */
export function readArticle({ state, account }: Call, raw: unknown): Article {
  const parsed = shape.safeParse(raw);
  if (!parsed.success) throw new Fail(47001);
  const { title, author, digest, content, content_source_url, thumb_media_id } = parsed.data;
  if (!title || codePoints(title) > 32) throw new Fail(45003);
  if (codePoints(author) > 16) throw new Fail(45110);
  if (codePoints(digest) > 128) throw new Fail(45004);
  if (Buffer.byteLength(content_source_url) > 1024) throw new Fail(45005);
  if (!content) throw new Fail(44004);
  if (codePoints(content) >= 20_000 || Buffer.byteLength(content) >= 1024 * 1024) throw new Fail(45002);
  if (/<a\b[^>]*\bhref/i.test(content) || /<iframe\b/i.test(content)) throw new Fail(45166);
  requireCover(state, account, thumb_media_id);
  const kept = clean(content, (id) => state.media.get(id)?.appId === account.appId);
  const words = kept.replace(/<[^>]*>/g, '').trim();
  return { title, author, digest: digest || cut(words, 54), content: kept, content_source_url, thumb_media_id };
}

/** Strips scripts, silently drops foreign pictures and what the phone's view does not keep (channels.md §1 Draft). */
function clean(html: string, ours: (mediaId: string) => boolean): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script\s*>/gi, '')
    .replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(/<\/?button\b[^>]*>/gi, '')
    .replace(/\sid\s*=\s*("[^"]*"|'[^']*')/gi, '')
    .replace(/position\s*:\s*absolute\s*;?/gi, '')
    .replace(/<img\b[^>]*>/gi, (tag) => {
      const id = mediaIdOf(/\bsrc\s*=\s*["']([^"']*)["']/i.exec(tag)?.[1] ?? '');
      return id && ours(id) ? tag : '';
    });
}
