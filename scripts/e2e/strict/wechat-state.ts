/** One article as it is kept by the platform: what was sent, after the platform's own filtering. */
export interface Article {
  title: string;
  author: string;
  digest: string;
  content: string;
  content_source_url: string;
  thumb_media_id: string;
}

export interface Draft {
  mediaId: string;
  articles: Article[];
  /** Epoch milliseconds. */
  updatedAt: number;
  /** Put there on the website by somebody else. */
  foreign: boolean;
}

interface Job {
  publishId: number;
  draft: Draft;
  doneAt: number;
  /** 0 published, 2 originality, 3 failed, 4 refused by review; told only once `doneAt` has come. */
  verdict: number;
  articleId: string | null;
}

/** The ledger: what readers can see. */
interface Published {
  articleId: string;
  articles: Article[];
  urls: string[];
  publishedAt: number;
  foreign: boolean;
}

export interface WechatOptions {
  now(): number;
  random(): number;
  appid: string;
  secret: string;
  /** When a draft leaves the box: on acceptance of the submit or when publishing has finished. */
  draftLeaves: 'on-submit' | 'on-publish';
  /** A second submit while the first is publishing: refused (53503), or published once more. */
  resubmit: 'refused' | 'again';
  /** What no_content leaves out: the text of each article, or all about the articles. */
  bareMeans: 'text' | 'articles';
  /** Milliseconds from the submit until it is out or refused. */
  publishMs(): number;
  verdict(article: Article): 0 | 2 | 3 | 4;
  /** Seconds that a token lives. */
  tokenSeconds: number;
  /** How long a new cover is not yet known everywhere (40007). */
  coverDelayMs: number;
  /** 48001 on every business call: an unverified account. */
  unauthorised: boolean;
}

export interface WechatState {
  options: WechatOptions;
  /** Newest first, as the platform lists them. */
  drafts: Draft[];
  published: Published[];
  jobs: Map<number, Job>;
  /** Permanent material: media_id → when it came. */
  covers: Map<string, number>;
  /** Addresses handed out by uploadimg. */
  pictures: Set<string>;
  /** Submits that were accepted for each draft. */
  submits: Map<string, number>;
  serial: number;
}

export const createState = (options: WechatOptions): WechatState => ({
  options,
  drafts: [],
  published: [],
  jobs: new Map(),
  covers: new Map(),
  pictures: new Set(),
  submits: new Map(),
  serial: 100,
});

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** An id that looks like the platform's: long, opaque, never twice. */
export function freshId(state: WechatState, length: number): string {
  state.serial += 1;
  let id = `${state.serial}_`;
  while (id.length < length) id += alphabet[Math.floor(state.options.random() * alphabet.length)];
  return id;
}

/** Finishes what has become due: publishing goes on by itself, whether anybody asks or not. */
export function settle(state: WechatState): void {
  for (const job of state.jobs.values()) {
    if (job.articleId !== null || job.doneAt > state.options.now()) continue;
    if (job.verdict !== 0) {
      job.articleId = '';
      // What was not published is an ordinary draft again.
      if (!state.drafts.includes(job.draft)) state.drafts.unshift(job.draft);
      continue;
    }
    job.articleId = freshId(state, 43);
    state.drafts = state.drafts.filter((d) => d !== job.draft);
    state.published.unshift({
      articleId: job.articleId,
      articles: job.draft.articles,
      publishedAt: job.doneAt,
      foreign: job.draft.foreign,
      urls: job.draft.articles.map(
        (_, i) => `http://mp.weixin.qq.com/s?__biz=MzExample==&mid=${job.publishId}&idx=${i + 1}&sn=${job.articleId}`,
      ),
    });
  }
}
