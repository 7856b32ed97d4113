import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { requireDraft } from './drafts.ts';
import { publishEvent } from './events.ts';
import { Fail } from './fail.ts';
import { listing, newsItem } from './listing.ts';
import type { Call, JobRow, WechatState } from './state.ts';

const parse = <T>(call: Call, schema: z.ZodType<T>): T => {
  const parsed = schema.safeParse(call.body);
  if (!parsed.success) throw new Fail(47001);
  return parsed.data;
};

/** Accepts only: the result comes later. A draft that is being published is not accepted twice. */
export function submitDraft(call: Call): object {
  const { state, account, now } = call;
  const { media_id } = parse(call, z.looseObject({ media_id: z.string() }));
  const draft = requireDraft(call, media_id);
  if (state.jobs.values().some((j) => j.draftId === media_id && !j.settled)) throw new Fail(53503);
  const publishId = String(2_247_483_648 + state.jobs.entries().length);
  const readyAt = account.callback?.early ? now : now + account.publishMs;
  state.jobs.set(publishId, {
    appId: account.appId,
    draftId: media_id,
    articles: draft.articles,
    submittedAt: now,
    readyAt,
    ends: account.publishStatus,
    settled: false,
    articleId: randomBytes(18).toString('base64url'),
    later: account.laterStatus && { status: account.laterStatus.status, at: readyAt + account.laterStatus.afterMs },
  });
  return { errcode: 0, errmsg: 'ok', publish_id: publishId, msg_data_id: Number(publishId) };
}

/** Brings jobs up to the clock: a finished one leaves the draft box and enters the published list. */
export function settleJobs(state: WechatState): void {
  const now = state.clock.now().getTime();
  for (const [id, job] of state.jobs.entries()) {
    if (!job.settled && now >= job.readyAt) {
      if (job.ends === 0) {
        state.published.set(job.articleId, {
          appId: job.appId,
          articles: job.articles,
          by: 'publish',
          at: job.readyAt,
          deleted: false,
        });
        state.drafts.delete(job.draftId);
      }
      state.jobs.set(id, { ...job, settled: true });
      publishEvent(state, id, job);
    }
    const row = state.published.get(job.articleId);
    if (row && !row.deleted && job.later && now >= job.later.at) {
      state.published.set(job.articleId, { ...row, deleted: true });
      publishEvent(state, id, { ...job, ends: job.later.status, readyAt: job.later.at });
    }
  }
}

export function publishResult(call: Call): object {
  const { publish_id } = parse(
    call,
    z.looseObject({ publish_id: z.union([z.string(), z.number()]).transform(String) }),
  );
  const job = call.state.jobs.get(publish_id);
  if (!job || job.appId !== call.account.appId) throw new Fail(53502);
  const status = call.state.published.get(job.articleId)?.deleted && job.later === null ? 5 : statusOf(job, call.now);
  const head = { publish_id, publish_status: status };
  if (status !== 0) return { ...head, fail_idx: status >= 2 && status <= 4 ? [1] : [] };
  const item = job.articles.map((_, i) => ({ idx: i + 1, article_url: articleUrl(call.state, job.articleId, i) }));
  return { ...head, article_id: job.articleId, article_detail: { count: item.length, item }, fail_idx: [] };
}

function statusOf(job: JobRow, now: number): number {
  if (now < job.readyAt) return 1;
  return job.ends === 0 && job.later && now >= job.later.at ? job.later.status : job.ends;
}

export const articleUrl = (state: WechatState, articleId: string, index: number): string =>
  `${state.url}/s/${articleId}${index ? `?idx=${index + 1}` : ''}`;

const articleRef = z.looseObject({ article_id: z.string(), index: z.number().int().optional() });

export function getArticle(call: Call): object {
  const { article_id } = parse(call, articleRef);
  const row = requireArticle(call, article_id);
  return {
    news_item: row.articles.map((a, i) => newsItem(call, a, articleUrl(call.state, article_id, i), row.deleted)),
  };
}

/** Index 0 or absent deletes all articles of the message. */
export function deletePublished(call: Call): object {
  const { article_id, index = 0 } = parse(call, articleRef);
  const row = requireArticle(call, article_id);
  const articles = index === 0 || row.articles.length === 1 ? row.articles : row.articles.toSpliced(index - 1, 1);
  call.state.published.set(article_id, { ...row, articles, deleted: articles.length === row.articles.length });
  return { errcode: 0, errmsg: 'ok' };
}

/** Does not return what was mass-sent. */
export function listPublished(call: Call): object {
  const rows = call.state.published
    .entries()
    .filter(([, p]) => p.appId === call.account.appId && p.by === 'publish')
    .map(([id, p]) => ({ ...p, article_id: id, url: articleUrl(call.state, id, 0) }));
  return listing(call, rows, (row, news) => ({
    article_id: row.article_id,
    content: { news_item: news },
    update_time: Math.floor(row.at / 1000),
  }));
}

function requireArticle(call: Call, id: string) {
  const row = call.state.published.get(id);
  if (!row || row.appId !== call.account.appId) throw new Fail(53600);
  return row;
}
