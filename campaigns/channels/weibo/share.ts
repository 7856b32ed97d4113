import { FormData } from 'undici';
import { z } from 'zod';
import { httpCall, type HttpReply } from '../shared/http-call.ts';
import { extensionOf, imageType } from '../shared/image-type.ts';
import { wholeNumber } from '../shared/json.ts';
import type { WeiboConfig } from './config.ts';

/** What is no id is none: another of the three may be one. */
const id = z
  .union([z.string().min(1), z.number()])
  .transform(String)
  .nullish()
  .catch(null);
const posted = z.looseObject({ id, idstr: id, mid: id });
const refused = z.looseObject({ error_code: wholeNumber, error: z.string().catch('') });

export type ShareReply =
  | { kind: 'posted'; externalId: string }
  | { kind: 'error'; code: number; message: string; externalId: string | null }
  | { kind: 'not-sent'; reason: string }
  | { kind: 'uncertain'; reason: string };

/** `POST 2/statuses/share.json`: multipart with a picture, else a form. `text` carries the link. Does not throw. */
export async function share(
  config: WeiboConfig,
  text: string,
  picture: Uint8Array | null,
  signal: AbortSignal,
): Promise<ShareReply> {
  const fields = { access_token: config.accessToken, status: text, rip: config.rip };
  const reply = await httpCall({
    url: `${config.apiBase}/2/statuses/share.json`,
    method: 'POST',
    body: picture ? multipart(fields, picture) : new URLSearchParams(fields),
    signal,
  });
  return read(reply);
}

/** `POST 2/statuses/destroy.json` by id; `posted` means that the platform answered with the post it took away. Unverified. */
export async function destroy(config: WeiboConfig, postId: string, signal: AbortSignal): Promise<ShareReply> {
  const body = new URLSearchParams({ access_token: config.accessToken, id: postId });
  return read(await httpCall({ url: `${config.apiBase}/2/statuses/destroy.json`, method: 'POST', body, signal }));
}

function read(reply: HttpReply): ShareReply {
  if (reply.kind !== 'answer') return reply;
  const done = posted.safeParse(reply.body);
  const externalId = done.success ? (done.data.idstr ?? done.data.id ?? done.data.mid ?? null) : null;
  const error = refused.safeParse(reply.body);
  if (error.success && error.data.error_code !== 0) {
    return { kind: 'error', code: error.data.error_code, message: error.data.error, externalId };
  }
  if (externalId && reply.status < 300) return { kind: 'posted', externalId };
  return { kind: 'uncertain', reason: `对方的回答不合约定（HTTP ${reply.status}）` };
}

function multipart(fields: Record<string, string>, picture: Uint8Array): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  const type = imageType(picture) ?? 'jpeg';
  form.append('pic', new Blob([new Uint8Array(picture)], { type: `image/${type}` }), `pic.${extensionOf(type)}`);
  return form;
}
