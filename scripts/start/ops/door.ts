import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ailment } from '../../../cms/ops/health/judge.ts';
import type { Metrics } from './metrics.ts';

export interface OpsDoorOptions {
  metrics: Metrics;
  /** What is wrong now, worst first; in bounded time, never rejects. */
  ailments(): Promise<Ailment[]>;
  /** Lets a collector on another machine in. */
  token?: string;
}

/**
 * Answers `/metrics`, `/healthz`, `/healthz/live` (does the process answer at all: restart it if not) and
 * `/healthz/ready` (may it be given work) of the admin port; false when the request is for somebody else.
 */
export type OpsDoor = (request: IncomingMessage, response: ServerResponse) => boolean;

const refusal = '只有本机，或请求头带有 Authorization: Bearer METRICS_TOKEN 的采集程序，才能读取这些数字。\n';

export function createOpsDoor({ metrics, ailments, token }: OpsDoorOptions): OpsDoor {
  const answer = (
    response: ServerResponse,
    status: number,
    body: string,
    type = 'text/plain; charset=utf-8',
    more: Record<string, string> = {},
  ) => response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...more }).end(body);
  const figures = async (request: IncomingMessage, response: ServerResponse) => {
    if (!isLocal(request) && !hasToken(request, token))
      return answer(response, 401, refusal, undefined, { 'www-authenticate': 'Bearer' });
    return answer(response, 200, await metrics.text(), metrics.contentType);
  };
  const json = (response: ServerResponse, status: number, body: object) =>
    answer(response, status, `${JSON.stringify(body)}\n`, 'application/json; charset=utf-8');
  const health = async (response: ServerResponse) => {
    const found = await ailments();
    const state =
      found.length === 0 ? 'ready' : found.some(({ level }) => level === 'unready') ? 'unready' : 'degraded';
    return json(response, state === 'unready' ? 503 : 200, {
      state,
      alive: true,
      reasons: found.map(({ advice, id, level, what }) => ({ id, level, what, advice })),
    });
  };
  return (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== '/metrics' && !/^\/healthz(\/live|\/ready)?$/.test(path ?? '')) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD')
      answer(response, 405, '这里只能读取。\n', undefined, { allow: 'GET, HEAD' });
    else if (path === '/healthz/live') json(response, 200, { state: 'alive' });
    else void (path === '/metrics' ? figures(request, response) : health(response));
    return true;
  };
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Behind a proxy on the same machine every visitor seems to be local: one that says it forwards is not. */
function isLocal({ socket, headers }: IncomingMessage): boolean {
  return (
    loopback.has(socket.remoteAddress ?? '') &&
    !['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined)
  );
}

function hasToken({ headers }: IncomingMessage, token: string | undefined): boolean {
  const given = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (!token || !given) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
