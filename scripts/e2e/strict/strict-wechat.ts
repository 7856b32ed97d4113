import { jsonFields } from './body.ts';
import type { Fields } from './body.ts';
import { calm } from './fault.ts';
import type { FaultPlan } from './fault.ts';
import { addDraft, deleteDraft, getDraft, listDrafts, updateDraft } from './wechat-draft.ts';
import { addMaterial, uploadImg } from './wechat-media.ts';
import { deletePublished, getArticle, listPublished, publishResult, submit } from './wechat-publish.ts';
import { Refusal, errorReply, json, refuse } from './wechat-reply.ts';
import { createState, freshId, settle } from './wechat-state.ts';
import type { Article, WechatOptions, WechatState } from './wechat-state.ts';
import { createTokens } from './wechat-token.ts';
import { openWire } from './wire.ts';
import type { Answer, Ask, Wire, WireOptions } from './wire.ts';

export interface StrictWechat extends Wire {
  state: WechatState;
  /** All that readers can see of ours, due publications included. */
  ledger(): WechatState['published'];
  expireTokens(): void;
  /** Codes of all refusals, for the reader of a failed test. */
  refusals: { path: string; code: number; message: string }[];
}

const jsonRoutes: Record<string, (state: WechatState, body: Fields) => unknown> = {
  '/cgi-bin/draft/add': addDraft,
  '/cgi-bin/draft/update': updateDraft,
  '/cgi-bin/draft/get': getDraft,
  '/cgi-bin/draft/delete': deleteDraft,
  '/cgi-bin/draft/batchget': listDrafts,
  '/cgi-bin/freepublish/submit': submit,
  '/cgi-bin/freepublish/get': publishResult,
  '/cgi-bin/freepublish/batchget': listPublished,
  '/cgi-bin/freepublish/getarticle': getArticle,
  '/cgi-bin/freepublish/delete': deletePublished,
};

/** Somebody in the same office writes on the website: their drafts and articles stand between ours. */
function clutter(state: WechatState): void {
  const { random, now } = state.options;
  const article: Article = {
    title: '别处写的稿（示例）',
    author: '',
    digest: '',
    content: '<p>示例</p>',
    thumb_media_id: '',
    content_source_url: random() < 0.5 ? '' : 'https://www.example.gov.cn/s/9?d=00000000-0000-7000-8000-000000000000',
  };
  if (random() < 0.6)
    state.drafts.unshift({ mediaId: freshId(state, 64), articles: [article], updatedAt: now(), foreign: true });
  else
    state.published.unshift({
      articleId: freshId(state, 43),
      articles: [article],
      urls: ['http://mp.weixin.qq.com/s/x'],
      publishedAt: now(),
      foreign: true,
    });
}

/**
 * A second reading of the WeChat contract (docs of the channels), stricter than the first and independent of it.
 * @param given.clutter how many foreign drafts and articles stand there at the start; more come in between
 */
export async function openStrictWechat(
  given: Partial<WechatOptions> & {
    faults?: FaultPlan;
    clutter?: number;
    maxDelayMs?: number;
    linger?: WireOptions['linger'];
  },
): Promise<StrictWechat> {
  const {
    faults = calm,
    clutter: strangers = 0,
    maxDelayMs = 1500,
    linger = (ms) => new Promise((done) => setTimeout(done, ms)),
    ...rest
  } = given;
  const state = createState({
    now: Date.now,
    random: Math.random,
    appid: 'wx-strict',
    secret: 'strict-secret',
    draftLeaves: 'on-submit',
    resubmit: 'again',
    bareMeans: 'text',
    publishMs: () => 5000,
    verdict: () => 0,
    tokenSeconds: 7200,
    coverDelayMs: 0,
    unauthorised: false,
    ...rest,
  });
  const { random } = state.options;
  const tokens = createTokens(state);
  const refusals: StrictWechat['refusals'] = [];
  for (let i = 0; i < strangers; i += 1) clutter(state);

  function execute(ask: Ask): unknown {
    settle(state);
    if (ask.method === 'POST') checkPost(ask);
    if (ask.path === '/cgi-bin/token') return tokens.plain(ask);
    if (ask.path === '/cgi-bin/stable_token') return tokens.stable(ask);
    tokens.check(ask);
    if (state.options.unauthorised) refuse(48001, 'api unauthorized');
    if (ask.path === '/cgi-bin/media/uploadimg') return uploadImg(state, ask);
    if (ask.path === '/cgi-bin/material/add_material') return addMaterial(state, ask);
    const route = jsonRoutes[ask.path] ?? refuse(40066, 'invalid url');
    if (ask.method !== 'POST') refuse(43002, 'require POST method');
    const body = jsonFields(ask.body) ?? refuse(47001, 'data format error');
    if ('access_token' in body) refuse(47001, 'access_token belongs in the query');
    if (strangers > 0 && random() < 0.15) clutter(state);
    return route(state, body);
  }

  function handle(ask: Ask): Answer {
    try {
      return json(execute(ask), random);
    } catch (error) {
      if (error instanceof ChunkedBody)
        return { status: 412, type: 'text/html', body: '<html><body>412 Precondition Failed</body></html>' };
      if (!(error instanceof Refusal)) throw error;
      refusals.push({ path: ask.path, code: error.code, message: error.message });
      return errorReply(error.code, error.message, random);
    }
  }

  /** Busy, too often, or the token is suddenly dead: nothing is executed. */
  function own(ask: Ask): Answer | null {
    const mood = random();
    if (mood < 0.35) return errorReply(-1, 'system error', random);
    if (mood < 0.7) return errorReply(45011, 'api minute-quota reach limit, must slower, retry next minute', random);
    if (!ask.path.endsWith('token')) tokens.expireAll();
    return null;
  }

  const wire = await openWire({ faults, handle, own, maxDelayMs, linger });
  return {
    ...wire,
    state,
    refusals,
    expireTokens: tokens.expireAll,
    ledger() {
      settle(state);
      return state.published.filter((p) => !p.foreign);
    },
  };
}

/** The platform answers 412 to bodies without a length. */
class ChunkedBody extends Error {
  override name = 'ChunkedBody';
}

function checkPost(ask: Ask): void {
  if (ask.headers['content-length'] === undefined) throw new ChunkedBody();
  const type = ask.headers['content-type'] ?? '';
  if (/^multipart\//i.test(type)) return;
  if (!/^application\/json(;\s*charset=utf-8)?$/i.test(type)) refuse(47001, `data format error: content-type ${type}`);
}
