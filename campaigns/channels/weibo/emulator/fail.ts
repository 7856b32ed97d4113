import type { EmulatedReply } from '../../emulator/server.ts';

export class WeiboFail extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`${code} ${messages[code] ?? 'error'}`);
    this.code = code;
  }
}

/** The platform writes error_code now as a number, now as a string, and its HTTP status follows no rule. */
export function failReply(code: number, path: string): EmulatedReply {
  const wording = { error: messages[code] ?? 'error', error_code: code % 2 ? code : String(code), request: path };
  const status = code < 10_013 ? 503 : code === 20_032 ? 200 : code > 21_000 ? 403 : 400;
  return { status, body: wording };
}

const messages: Record<number, string> = {
  10001: 'system error',
  10014: 'application limit',
  10008: 'param error, see doc for more info',
  10016: 'miss required parameter',
  10017: 'parameter value invalid: domain',
  10021: 'http method is not supported for this request',
  10023: 'user requests out of rate limit',
  20005: 'unsupported image type, only support JPG, GIF, PNG',
  20006: 'image size too large',
  20007: 'does multipart has image',
  20012: 'text too long',
  20015: 'account or app is illegal',
  20016: 'update too fast',
  20017: 'you have tried to post similar content',
  20019: 'repeat content',
  20021: 'contain illegal content',
  20022: 'your ip action is not permitted',
  20031: 'test and verify',
  20032: 'update success, but server slow at this time, please wait 1-2 minutes',
  20101: 'target weibo does not exist',
  20111: 'repeated weibo text',
  21327: 'expired token',
  21332: 'access token invalid',
};
