import { randomBytes } from 'node:crypto';

/** A refusal by the platform; answered as HTTP 200 with errcode, errmsg and a request id. */
export class Fail extends Error {
  readonly code: number;
  /** Further members of the answer, e.g. the msg_id of 45065. */
  readonly more: object;
  constructor(code: number, more: object = {}) {
    super(`${code} ${messages[code] ?? 'error'}`);
    this.code = code;
    this.more = more;
  }
}

export const failBody = (code: number, more: object = {}): object => ({
  errcode: code,
  errmsg: `${messages[code] ?? 'error'} rid: ${[8, 8, 8].map((n) => randomBytes(n / 2).toString('hex')).join('-')}`,
  ...more,
});

const messages: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40004: 'invalid media type',
  40005: 'invalid file type',
  40007: 'invalid media_id',
  40009: 'invalid image size',
  40013: 'invalid appid',
  40059: 'invalid msg id',
  40125: 'invalid appsecret',
  40164: 'invalid ip, not in whitelist',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41005: 'media data missing',
  42001: 'access_token expired',
  43002: 'require POST method',
  44003: 'empty news data',
  44004: 'empty content',
  45001: 'media size out of limit',
  45002: 'content size out of limit',
  45003: 'title size out of limit',
  45004: 'description size out of limit',
  45005: 'url size out of limit',
  45008: 'article size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, try again later',
  45028: 'has no masssend quota',
  45065: 'clientmsgid exist',
  45066: 'same clientmsgid retry too fast',
  45067: 'clientmsgid size out of limit',
  45110: 'author size out of limit',
  45166: 'invalid content',
  47001: 'data format error',
  48001: 'api unauthorized',
  53500: 'publish is banned',
  53502: 'invalid publish_id',
  53503: 'draft check failed',
  53600: 'invalid article_id',
  89504: 'waiting for administrator confirmation',
  89505: 'administrator confirmation expired',
};
