import type { z } from 'zod';
import { deliveryIdOf } from '../shared/correlation.ts';
import type { WechatReply } from './api.ts';
import { listReply } from './replies.ts';
import type { Work } from './work.ts';

export interface Published {
  articleId: string | null;
  url: string | null;
  deleted: boolean;
  /** Its place in the message, counted from 1. */
  index: number;
}

type Item = z.output<typeof listReply>['item'][number];
type NewsItem = NonNullable<NonNullable<Item['content']>['news_item']>[number];

const pageSize = 20;
// Newest first, so ours is near the start; the bound keeps a very old account from costing the day's quota.
const maxPages = 100;

/** The published article that carries this delivery's id, by paging freepublish/batchget. */
export async function findPublished(work: Work): Promise<WechatReply<Published | null>> {
  const found = await find(work, 'freepublish/batchget');
  if (found.kind !== 'ok' || !found.data) return found as WechatReply<null>;
  const { item, news } = found.data;
  const index = (item.content?.news_item ?? []).indexOf(news) + 1;
  return {
    kind: 'ok',
    data: { articleId: item.article_id ?? null, url: news.url || null, deleted: Boolean(news.is_deleted), index },
  };
}

/** media_id of the draft that carries this delivery's id, by paging draft/batchget. */
export async function findDraft(work: Work): Promise<WechatReply<string | null>> {
  const found = await find(work, 'draft/batchget');
  return found.kind === 'ok' ? { kind: 'ok', data: found.data?.item.media_id ?? null } : found;
}

async function find(work: Work, path: string): Promise<WechatReply<{ item: Item; news: NewsItem } | null>> {
  for (let page = 0, offset = 0; page < maxPages; page += 1) {
    const ask = (noContent: 0 | 1) =>
      work.api.post(path, { offset, count: pageSize, no_content: noContent }, listReply, work.job.signal);
    let reply = await ask(1);
    // Should “no content” ever leave out the links too, the page is asked for again in full.
    if (reply.kind === 'ok' && reply.data.item.some((item) => !item.content?.news_item)) reply = await ask(0);
    if (reply.kind !== 'ok') return reply;
    for (const item of reply.data.item) {
      const news = item.content?.news_item?.find((n) => deliveryIdOf(n.content_source_url) === work.job.deliveryId);
      if (news) return { kind: 'ok', data: { item, news } };
    }
    offset += reply.data.item.length;
    if (offset >= reply.data.total_count) break;
    // Not to be found is said only of a list that was read to its end.
    if (reply.data.item.length === 0) return { kind: 'uncertain', reason: '对方的列表没有给全' };
  }
  return { kind: 'ok', data: null };
}
