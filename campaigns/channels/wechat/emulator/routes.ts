import { readForm } from '../../emulator/multipart.ts';
import type { EmulatedRequest } from '../../emulator/server.ts';
import { addDraft, countDrafts, deleteDraft, getDraft, listDrafts, switchDrafts, updateDraft } from './drafts.ts';
import { Fail } from './fail.ts';
import { deleteMass, preview, sendAll } from './mass.ts';
import { addMaterial, uploadImage } from './media.ts';
import { deletePublished, getArticle, listPublished, publishResult, submitDraft } from './publish.ts';
import { countCall } from './quota.ts';
import type { Call, WechatState } from './state.ts';
import { accountOf, issueToken } from './tokens.ts';

const calls: Record<string, (call: Call) => object> = {
  'draft/add': addDraft,
  'draft/update': updateDraft,
  'draft/get': getDraft,
  'draft/delete': deleteDraft,
  'draft/batchget': listDrafts,
  'draft/count': countDrafts,
  'draft/switch': switchDrafts,
  'freepublish/submit': submitDraft,
  'freepublish/get': publishResult,
  'freepublish/getarticle': getArticle,
  'freepublish/delete': deletePublished,
  'freepublish/batchget': listPublished,
  'message/mass/sendall': sendAll,
  'message/mass/delete': deleteMass,
  'message/mass/preview': preview,
};

// These are the APIs that unverified and personal accounts lost in July 2025 (channels.md §1 Publish).
const verifiedOnly = /^(draft|freepublish|message\/mass)\//;

/** Answers one API call. @throws Fail for every refusal */
export async function answer(state: WechatState, request: EmulatedRequest): Promise<object> {
  const path = request.path.replace(/^\/cgi-bin\//, '');
  if (path === 'token') return issueToken(state, 'token', Object.fromEntries(request.query), request.remoteAddress);
  if (path === 'stable_token') {
    requirePost(request);
    return issueToken(state, 'stable', json(request), request.remoteAddress);
  }
  const account = accountOf(state, request.query.get('access_token'));
  if (path !== 'draft/count') requirePost(request);
  if (verifiedOnly.test(path) && !account.verified) throw new Fail(48001);
  countCall(state, account, path);
  if (path === 'media/uploadimg') return uploadImage(state, account, await readForm(request));
  if (path === 'material/add_material')
    return addMaterial(state, account, request.query.get('type'), await readForm(request));
  const act = calls[path];
  if (!act) throw new Fail(48001);
  const body = path === 'draft/count' || path === 'draft/switch' ? {} : json(request);
  return act({ state, account, now: state.clock.now().getTime(), body });
}

function requirePost(request: EmulatedRequest): void {
  if (request.method !== 'POST') throw new Fail(43002);
}

/** Raw UTF-8 JSON; `\uXXXX` escapes are refused because the platform would store them literally. */
function json(request: EmulatedRequest): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(request.bytes);
    if (/(?<!\\)(?:\\\\)*\\u[0-9a-f]{4}/i.test(text)) throw new Fail(47001);
    return JSON.parse(text);
  } catch {
    throw new Fail(47001);
  }
}
