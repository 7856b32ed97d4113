import { FormData } from 'undici';
import type { ZodType } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import { httpCall, type HttpCall, type HttpReply } from '../shared/http-call.ts';
import { rawJson } from '../shared/json.ts';
import { classify } from './error-class.ts';
import { envelope } from './replies.ts';
import { createTokenSource } from './token.ts';
import type { WechatConfig } from './config.ts';

export interface WechatError {
  kind: 'error';
  code: number;
  message: string;
  call: 'token' | 'business';
  /** The whole answer, for codes that carry more, e.g. the msg_id of 45065. */
  body?: unknown;
}

/** A business call: data, an error by the platform (certainly not executed), never sent, or uncertain. */
export type WechatReply<T> = { kind: 'ok'; data: T } | WechatError | Exclude<HttpReply, { kind: 'answer' }>;

export interface UploadFile {
  bytes: Uint8Array;
  mime: string;
  /** ASCII, with the extension of the real type. */
  fileName: string;
}

export interface WechatApi {
  post<T>(path: string, body: object, schema: ZodType<T>, signal: AbortSignal): Promise<WechatReply<T>>;
  /** Multipart upload in the field `media`; `query` is appended to the path. */
  upload<T>(
    path: string,
    query: string,
    file: UploadFile,
    schema: ZodType<T>,
    signal: AbortSignal,
  ): Promise<WechatReply<T>>;
}

/** The signed HTTP side of one account: token, one repeat after a refused token, parsed replies. Does not throw. */
export function createWechatApi(config: WechatConfig, clock: Clock): WechatApi {
  const tokens = createTokenSource(config, clock);

  async function once<T>(
    token: string,
    path: string,
    query: string,
    rest: () => Partial<HttpCall>,
    schema: ZodType<T>,
    signal: AbortSignal,
  ) {
    const url = `${config.apiBase}/cgi-bin/${path}?access_token=${encodeURIComponent(token)}${query}`;
    return readReply(await httpCall({ url, method: 'POST', signal, ...rest() }), schema);
  }

  async function withToken<T>(
    path: string,
    query: string,
    rest: () => Partial<HttpCall>,
    schema: ZodType<T>,
    signal: AbortSignal,
  ): Promise<WechatReply<T>> {
    let stale: string | undefined;
    for (;;) {
      const token = await tokens.get(signal, stale);
      if (token.kind === 'not-sent') return token;
      if (token.kind === 'error') return { ...token, call: 'token' };
      const reply = await once(token.token, path, query, rest, schema, signal);
      const refused = reply.kind === 'error' && classify(reply.code, 'business') === 'token';
      if (!refused || stale !== undefined) return reply;
      stale = token.token;
    }
  }

  return {
    post: (path, body, schema, signal) =>
      withToken(
        path,
        '',
        () => ({ body: rawJson(body), headers: { 'content-type': 'application/json; charset=utf-8' } }),
        schema,
        signal,
      ),
    upload: (path, query, file, schema, signal) =>
      withToken(path, query, () => ({ body: multipart(file) }), schema, signal),
  };
}

function multipart(file: UploadFile): FormData {
  const form = new FormData();
  form.append('media', new Blob([new Uint8Array(file.bytes)], { type: file.mime }), file.fileName);
  return form;
}

function readReply<T>(reply: HttpReply, schema: ZodType<T>): WechatReply<T> {
  if (reply.kind !== 'answer') return reply;
  const head = envelope.safeParse(reply.body);
  if (head.success && head.data.errcode) {
    return { kind: 'error', code: head.data.errcode, message: head.data.errmsg, call: 'business', body: reply.body };
  }
  // What a proxy answers in the platform's place is no success either, whatever it looks like.
  const body = head.success && reply.status < 300 ? schema.safeParse(reply.body) : null;
  return body?.success
    ? { kind: 'ok', data: body.data }
    : { kind: 'uncertain', reason: `对方的回答不合约定（HTTP ${reply.status}）` };
}
