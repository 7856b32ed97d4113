import { MultipartError, boundaryOf, parseMultipart } from './multipart.ts';
import type { Part } from './multipart.ts';
import { utf8 } from './body.ts';
import { sniff } from './picture.ts';
import type { Ask } from './wire.ts';

/** Errors of Weibo come with an HTTP status of their own. */
export class WeiboRefusal extends Error {
  override name = 'WeiboRefusal';
  readonly code: number;
  readonly status: number;
  constructor(code: number, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const refuse = (code: number, message: string, status = 400): never => {
  throw new WeiboRefusal(code, message, status);
};

export interface ShareRequest {
  fields: Map<string, string>;
  pic: Part | null;
}

function formFields(ask: Ask): ShareRequest {
  const text = utf8(ask.body) ?? refuse(10008, 'param error: not utf-8');
  if (!/^[\x21-\x7e]*$/.test(text)) refuse(10008, 'param error: not url-encoded');
  const fields = new Map<string, string>();
  for (const pair of text.split('&')) {
    const [name = '', value = '', ...rest] = pair.split('=');
    if (rest.length > 0 || fields.has(decode(name))) refuse(10008, `param error: ${name}`);
    fields.set(decode(name), decode(value));
  }
  return { fields, pic: null };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return refuse(10008, 'param error: bad percent encoding');
  }
}

function partFields(ask: Ask): ShareRequest {
  let parts: Part[];
  try {
    parts = parseMultipart(ask.body, boundaryOf(ask.headers['content-type']));
  } catch (error) {
    if (!(error instanceof MultipartError)) throw error;
    return refuse(10008, `param error: ${error.message}`);
  }
  const fields = new Map<string, string>();
  let pic: Part | null = null;
  for (const part of parts) {
    if (part.name === 'pic') {
      if (pic || !part.fileName) refuse(20007, 'multipart picture needed');
      pic = part;
    } else {
      if (part.fileName !== null || fields.has(part.name)) refuse(10008, `param error: ${part.name}`);
      fields.set(part.name, utf8(part.bytes) ?? refuse(10008, 'param error: not utf-8'));
    }
  }
  return { fields, pic };
}

/** A form (application/x-www-form-urlencoded) or, with a picture, multipart/form-data; nothing else. */
export function readShare(ask: Ask): ShareRequest {
  const type = ask.headers['content-type'] ?? '';
  if (/^application\/x-www-form-urlencoded(;\s*charset=utf-8)?$/i.test(type)) return formFields(ask);
  if (/^multipart\/form-data/i.test(type)) return partFields(ask);
  return refuse(10008, `param error: content-type ${type}`);
}

/** 汉字 by the contract: Latin-1 counts a half, other BMP one, astral two. URLs are counted in full: the strictest reading. */
const weight = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) <= 0xff ? 0.5 : c.length), 0);

const urls = /https?:\/\/[\x21-\x7e]+/g;

/** Checks a text as the contract says. */
export function checkStatus(text: string, domain: string): void {
  if (text.trim() === '') refuse(20008, 'content is null');
  if (weight(text) > 140) refuse(20012, 'text too long, please input text less than 140 characters');
  if (/#[^#]+#/.test(text) || text.includes('＃')) refuse(20021, 'content is illegal: topic');
  const hosts = (text.match(urls) ?? []).map((u) => (URL.canParse(u) ? new URL(u).hostname : ''));
  if (!hosts.some((h) => h === domain || h.endsWith(`.${domain}`))) refuse(10017, 'domain not bound to the app', 403);
}

export function checkPicture(pic: Part): void {
  const kind = sniff(pic.bytes);
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'gif') refuse(20005, 'unsupported image type, only JPG, GIF, PNG');
  if (pic.type !== `image/${kind}`) refuse(20005, `unsupported image type: ${pic.type} is not ${kind}`);
  if (pic.bytes.length >= 5 * 1024 * 1024) refuse(20006, 'image size too large');
}
