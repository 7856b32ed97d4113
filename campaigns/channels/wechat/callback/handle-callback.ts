import { decrypt, utf8 } from './decrypt.ts';
import { readEvent, type WechatEvent } from './event.ts';
import type { CallbackKeys } from './keys.ts';
import { signatureMatches } from './signature.ts';
import { parseXml, textOf } from './xml.ts';

export interface CallbackRequest {
  method: string;
  query: URLSearchParams;
  /** Raw bytes of the body; the server should stop reading at `maxCallbackBytes`. */
  body: Uint8Array;
}

export interface CallbackAnswer {
  status: 200 | 400 | 403 | 405 | 413;
  /** To be sent as `text/plain; charset=utf-8`. */
  body: string;
  /** What happened, once for every time it is told: keep `event.key` to notice repetitions. */
  event: WechatEvent | null;
}

export const maxCallbackBytes = 64 * 1024;

/**
 * How far a signed timestamp may be from our clock, either way, in ms. The plain signature does not cover the body, so an
 * old one must not work for ever; ten minutes leave room for slow clocks and for the platform's three repetitions.
 */
export const timestampTolerance = 10 * 60_000;

/**
 * Answers one request to the callback address (channels.md §1 Callback): GET proves the address, POST brings a message.
 * With AES keys set only encrypted messages count, so nobody can fall back to the weaker signature. Pure: whoever calls it
 * keeps the event and answers at once, for the platform waits five seconds. Never throws.
 */
export function handleCallback(request: CallbackRequest, keys: CallbackKeys, now: Date): CallbackAnswer {
  const { method, query, body } = request;
  if (method !== 'GET' && method !== 'POST') return refuse(405, '只接受 GET 和 POST。');
  const timestamp = single(query, 'timestamp');
  const nonce = single(query, 'nonce');
  if (timestamp === null || nonce === null || !fresh(timestamp, now)) return forbidden;
  const plainParts = [keys.token, timestamp, nonce];
  if (method === 'GET') {
    const echo = single(query, 'echostr');
    return echo !== null && signatureMatches(single(query, 'signature'), plainParts)
      ? { status: 200, body: echo, event: null }
      : forbidden;
  }
  if (body.length > maxCallbackBytes) return refuse(413, '消息太长。');
  if (keys.aesKeys.length === 0)
    return signatureMatches(single(query, 'signature'), plainParts) ? read(utf8(body)) : forbidden;
  const sealed = textOf(parseXml(utf8(body) ?? ''), 'Encrypt');
  if (sealed === null || !signatureMatches(single(query, 'msg_signature'), [...plainParts, sealed])) return forbidden;
  return read(decrypt(sealed, keys));
}

function read(text: string | null): CallbackAnswer {
  const xml = text === null ? null : parseXml(text);
  const event = xml?.name === 'xml' ? readEvent(xml) : 'malformed';
  if (event === 'malformed') return refuse(400, '消息读不懂。');
  return { status: 200, body: 'success', event };
}

function fresh(timestamp: string, now: Date): boolean {
  return /^\d{1,10}$/.test(timestamp) && Math.abs(Number(timestamp) * 1000 - now.getTime()) <= timestampTolerance;
}

/** The parameter, when it is there exactly once and not overlong. */
function single(query: URLSearchParams, name: string): string | null {
  const values = query.getAll(name);
  const value = values.length === 1 ? (values[0] ?? '') : '';
  return value !== '' && value.length <= 256 ? value : null;
}

const refuse = (status: 400 | 403 | 405 | 413, body: string): CallbackAnswer => ({ status, body, event: null });

const forbidden = refuse(403, '签名不对或已过时。');
