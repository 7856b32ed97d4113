import { APIError, type PayloadRequest } from 'payload';

/** 3分钟 / 20秒, rounded up. */
export const spanWords = (ms: number): string =>
  ms > 60_000 ? `${Math.ceil(ms / 60_000)}分钟` : `${Math.max(1, Math.ceil(ms / 1000))}秒`;

/** A try that comes too soon. It is answered at once (429 with Retry-After), nobody's connection is held while time passes. */
export class TooSoon extends APIError {
  constructor(req: Pick<PayloadRequest, 'responseHeaders'>, wait: number, message: string) {
    super(message, 429, null, true);
    this.name = 'TooSoon';
    const headers = new Headers(req.responseHeaders);
    headers.set('Retry-After', String(Math.max(1, Math.ceil(wait / 1000))));
    req.responseHeaders = headers;
  }
}
