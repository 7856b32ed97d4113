import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from './metrics.ts';

export interface OpsDoorOptions {
  metrics: Metrics;
  /** Null when all is well, else one Chinese sentence. */
  ailment(): Promise<string | null>;
  /** Lets a collector on another machine in. */
  token?: string;
}

/** Answers `/metrics` and `/healthz` of the admin port; false when the request is for somebody else. */
export type OpsDoor = (request: IncomingMessage, response: ServerResponse) => boolean;

const refusal = '只有本机，或请求头带有 Authorization: Bearer METRICS_TOKEN 的采集程序，才能读取这些数字。\n';

export function createOpsDoor({ metrics, ailment, token }: OpsDoorOptions): OpsDoor {
  const answer = (response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8', more: Record<string, string> = {}) =>
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...more }).end(body);
  const figures = async (request: IncomingMessage, response: ServerResponse) => {
    if (!isLocal(request) && !hasToken(request, token)) return answer(response, 401, refusal, undefined, { 'www-authenticate': 'Bearer' });
    return answer(response, 200, await metrics.text(), metrics.contentType);
  };
  const health = async (response: ServerResponse) => {
    const wrong = await ailment();
    return answer(response, wrong === null ? 200 : 503, `${wrong ?? '正常'}\n`);
  };
  return (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== '/metrics' && path !== '/healthz') return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') answer(response, 405, '这里只能读取。\n', undefined, { allow: 'GET, HEAD' });
    else void (path === '/metrics' ? figures(request, response) : health(response));
    return true;
  };
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Behind a proxy on the same machine every visitor seems to be local: one that says it forwards is not. */
function isLocal({ socket, headers }: IncomingMessage): boolean {
  return loopback.has(socket.remoteAddress ?? '') && !['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
}

function hasToken({ headers }: IncomingMessage, token: string | undefined): boolean {
  const given = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (!token || !given) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
