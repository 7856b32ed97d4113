import { z } from 'zod';
import { Fail } from './fail.ts';
import type { Article, Call } from './state.ts';

const page = z.looseObject({
  offset: z.number().int().nonnegative(),
  count: z.number().int().min(1).max(20),
  no_content: z.union([z.literal(0), z.literal(1)]).default(0),
});

/** A page of draft/batchget or freepublish/batchget, newest first; `no_content` leaves only the text out. */
export function listing<Row extends { articles: Article[]; at: number; url?: string | null; deleted?: boolean }>(
  call: Call,
  rows: Row[],
  item: (row: Row, news: object[]) => object,
): object {
  const asked = page.safeParse(call.body);
  if (!asked.success) throw new Fail(47001);
  const { offset, count, no_content } = asked.data;
  const shown = rows.toSorted((a, b) => b.at - a.at).slice(offset, offset + count);
  const items = shown.map((row) =>
    item(
      row,
      row.articles.map((article, i) => {
        const news = newsItem(call, article, row.url ? `${row.url}${i ? `?idx=${i + 1}` : ''}` : null, row.deleted);
        return no_content ? { ...news, content: undefined } : news;
      }),
    ),
  );
  return { total_count: rows.length, item_count: items.length, item: items };
}

/** An article as the platform gives it back. */
export const newsItem = (call: Call, article: Article, url: string | null, deleted = false) => ({
  ...article,
  thumb_url: call.state.media.get(article.thumb_media_id) ? `http://mmbiz.qpic.cn/${article.thumb_media_id}/0` : '',
  url: url ?? '',
  is_deleted: deleted,
});
