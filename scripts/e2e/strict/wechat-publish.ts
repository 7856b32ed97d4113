import { hasShape } from './body.ts';
import type { Fields } from './body.ts';
import { itemOf, slice } from './wechat-draft.ts';
import { refuse } from './wechat-reply.ts';
import type { WechatState } from './wechat-state.ts';

/**
 * freepublish/submit: acceptance only and without any protection against a second call. While its draft is in the box
 * every further submit publishes it once more; afterwards the draft is unknown.
 */
export function submit(state: WechatState, body: Fields) {
  if (!hasShape(body, { media_id: 'string' })) refuse(47001, 'data format error');
  const { now, draftLeaves, publishMs, verdict, random, resubmit } = state.options;
  const draft = state.drafts.find((d) => d.mediaId === body.media_id) ?? refuse(40007, 'invalid media_id');
  const running = [...state.jobs.values()].some((j) => j.draft === draft && j.articleId === null);
  if (running && resubmit === 'refused') refuse(53503, 'draft has not passed the check');
  const publishId = 2_247_483_600 + state.jobs.size;
  state.jobs.set(publishId, {
    publishId,
    draft,
    doneAt: now() + publishMs(),
    verdict: Math.max(0, ...draft.articles.map(verdict)),
    articleId: null,
  });
  state.submits.set(draft.mediaId, (state.submits.get(draft.mediaId) ?? 0) + 1);
  if (draftLeaves === 'on-submit') state.drafts = state.drafts.filter((d) => d !== draft);
  // The manual shows text, the platform has been seen to send a number.
  return {
    errcode: 0,
    errmsg: 'ok',
    publish_id: random() < 0.5 ? publishId : String(publishId),
    msg_data_id: publishId,
  };
}

export function publishResult(state: WechatState, body: Fields) {
  const id = body.publish_id;
  if (Object.keys(body).length !== 1 || (typeof id !== 'string' && typeof id !== 'number'))
    return refuse(47001, 'data format error');
  const job = state.jobs.get(Number(id)) ?? refuse(53502, 'publish_id is invalid');
  if (job.articleId === null) return { publish_id: id, publish_status: 1, fail_idx: [] };
  if (job.verdict !== 0) return { publish_id: id, publish_status: job.verdict, fail_idx: [1] };
  const out = state.published.find((p) => p.articleId === job.articleId);
  if (!out) return { publish_id: id, publish_status: 5, article_id: job.articleId, fail_idx: [] };
  return {
    publish_id: id,
    publish_status: 0,
    article_id: out.articleId,
    article_detail: { count: out.urls.length, item: out.urls.map((url, i) => ({ idx: i + 1, article_url: url })) },
    fail_idx: [],
  };
}

export function listPublished(state: WechatState, body: Fields) {
  const { rows, bare } = slice(state.published, body);
  return {
    total_count: state.published.length,
    item_count: rows.length,
    item: rows.map((p) => ({
      article_id: p.articleId,
      update_time: Math.floor(p.publishedAt / 1000),
      ...(bare && state.options.bareMeans === 'articles'
        ? {}
        : {
            content: {
              news_item: p.articles.map((a, i) => ({ ...itemOf(a, p.urls[i] ?? '', bare), is_deleted: false })),
              create_time: Math.floor(p.publishedAt / 1000),
              update_time: Math.floor(p.publishedAt / 1000),
            },
          }),
    })),
  };
}

export function getArticle(state: WechatState, body: Fields) {
  if (!hasShape(body, { article_id: 'string' })) refuse(47001, 'data format error');
  const out = state.published.find((p) => p.articleId === body.article_id) ?? refuse(53600, 'article_id is invalid');
  return { news_item: out.articles.map((a, i) => ({ ...itemOf(a, out.urls[i] ?? '', false), is_deleted: false })) };
}

/** Index 0 or none takes the whole article away. */
export function deletePublished(state: WechatState, body: Fields) {
  if (!hasShape(body, { article_id: 'string' }, { index: 'number' })) refuse(47001, 'data format error');
  const out = state.published.find((p) => p.articleId === body.article_id) ?? refuse(53600, 'article_id is invalid');
  const index = typeof body.index === 'number' ? body.index : 0;
  if (index > 0) out.articles = out.articles.filter((_, i) => i !== index - 1);
  if (index === 0 || out.articles.length === 0) state.published = state.published.filter((p) => p !== out);
  return { errcode: 0, errmsg: 'ok' };
}
