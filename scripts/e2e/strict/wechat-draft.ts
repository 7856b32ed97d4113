import { hasShape } from './body.ts';
import type { Fields } from './body.ts';
import { readArticle } from './wechat-article.ts';
import { refuse } from './wechat-reply.ts';
import { freshId } from './wechat-state.ts';
import type { Article, Draft, WechatState } from './wechat-state.ts';

/** A slice as draft/batchget and freepublish/batchget take it: count 1–20. */
export function slice<T>(rows: T[], body: Fields): { rows: T[]; bare: boolean } {
  if (!hasShape(body, { offset: 'number', count: 'number' }, { no_content: 'number' }))
    refuse(47001, 'data format error');
  const { offset, count, no_content: bare = 0 } = body;
  if (typeof offset !== 'number' || !Number.isInteger(offset) || offset < 0)
    return refuse(40097, 'invalid args: offset');
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > 20)
    return refuse(40097, 'invalid args: count');
  if (bare !== 0 && bare !== 1) refuse(40097, 'invalid args: no_content');
  return { rows: rows.slice(offset, offset + count), bare: bare === 1 };
}

/** An article as listings give it back. */
export function itemOf(article: Article, url: string, bare: boolean) {
  const { content, ...rest } = article;
  return {
    ...rest,
    ...(bare ? {} : { content }),
    url,
    thumb_url: 'http://mmbiz.qpic.cn/cover',
    show_cover_pic: 0,
    need_open_comment: 0,
    only_fans_can_comment: 0,
  };
}

const find = (state: WechatState, id: unknown): Draft =>
  state.drafts.find((d) => d.mediaId === id) ?? refuse(40007, 'invalid media_id');

export function addDraft(state: WechatState, body: Fields) {
  const { articles, ...rest } = body;
  if (!Array.isArray(articles) || Object.keys(rest).length > 0) return refuse(47001, 'data format error');
  if (articles.length === 0) refuse(44003, 'empty news data');
  if (articles.length > 8) refuse(45008, 'article size out of limit');
  const draft: Draft = {
    mediaId: freshId(state, 64),
    articles: articles.map((a) => readArticle(state, a)),
    updatedAt: state.options.now(),
    foreign: false,
  };
  state.drafts.unshift(draft);
  return { media_id: draft.mediaId, item: [] };
}

export function updateDraft(state: WechatState, body: Fields) {
  if (
    !hasShape(body, { media_id: 'string', index: 'number' }, { articles: 'object' }) ||
    Array.isArray(body.articles)
  ) {
    refuse(47001, 'data format error');
  }
  const draft = find(state, body.media_id);
  if (typeof body.index !== 'number' || !draft.articles[body.index]) return refuse(40114, 'invalid index value');
  const article = readArticle(state, body.articles);
  const articles = draft.articles.map((old, i) => (i === body.index ? article : old));
  state.drafts = [{ ...draft, articles, updatedAt: state.options.now() }, ...state.drafts.filter((d) => d !== draft)];
  return { errcode: 0, errmsg: 'ok' };
}

export function getDraft(state: WechatState, body: Fields) {
  if (!hasShape(body, { media_id: 'string' })) refuse(47001, 'data format error');
  return { news_item: find(state, body.media_id).articles.map((a) => itemOf(a, '', false)) };
}

export function deleteDraft(state: WechatState, body: Fields) {
  if (!hasShape(body, { media_id: 'string' })) refuse(47001, 'data format error');
  const draft = find(state, body.media_id);
  state.drafts = state.drafts.filter((d) => d !== draft);
  return { errcode: 0, errmsg: 'ok' };
}

export function listDrafts(state: WechatState, body: Fields) {
  const { rows, bare } = slice(state.drafts, body);
  return {
    total_count: state.drafts.length,
    item_count: rows.length,
    item: rows.map((d) => ({
      media_id: d.mediaId,
      update_time: Math.floor(d.updatedAt / 1000),
      ...(bare && state.options.bareMeans === 'articles'
        ? {}
        : {
            content: {
              news_item: d.articles.map((a) => itemOf(a, `http://mp.weixin.qq.com/s?tempkey=${d.mediaId}`, bare)),
              create_time: Math.floor(d.updatedAt / 1000),
              update_time: Math.floor(d.updatedAt / 1000),
            },
          }),
    })),
  };
}
