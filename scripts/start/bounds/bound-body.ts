import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasBody, type BodyLimit } from './body-limit.ts';

/** How much of a refused body is thrown away so that its sender can read the answer, and how long that may take. */
const drained = 32 * 1024 * 1024;
const patience = 10_000;

/**
 * Keeps a request's body within its limit: by what its head says, and by what then arrives. The limit holds for chunked
 * bodies too, and nothing beyond it is ever kept.
 * @returns false when the request has been answered and must go no further
 */
export function boundBody(
  request: IncomingMessage,
  response: ServerResponse,
  limit: BodyLimit,
  trusted: boolean,
): boolean {
  if (!hasBody(request.headers)) return true;
  const declared = Number(request.headers['content-length'] ?? 0);
  if ('status' in limit || declared > limit.bytes) {
    refuse(request, response, 'status' in limit ? limit.status : 413, limit.sentence);
    discard(request, trusted ? drained : 64 * 1024);
    return false;
  }
  let arrived = 0;
  const push = request.push.bind(request);
  // The parser hands over each piece here; a listener of ours would set the stream flowing before its reader is there.
  request.push = (chunk: Buffer | null, ...rest) => {
    arrived += chunk?.length ?? 0;
    if (arrived <= limit.bytes) return push(chunk, ...rest);
    if (!response.headersSent) refuse(request, response, 413, limit.sentence);
    setImmediate(() => request.socket.destroySoon());
    return false;
  };
  return true;
}

/** One sentence for an answer; in the shell's own shape below `/api`, so that its forms show it. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  sentence: string,
  headers: Record<string, string> = {},
): void {
  const isApi = request.url?.startsWith('/api/') ?? false;
  const body = isApi ? JSON.stringify({ errors: [{ message: sentence }], message: sentence }) : `${sentence}\n`;
  response
    .writeHead(status, {
      'content-type': isApi ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close',
      ...headers,
    })
    .end(body);
}

function discard(request: IncomingMessage, bytes: number): void {
  const end = () => request.socket.destroy();
  const timer = setTimeout(end, patience);
  timer.unref();
  let seen = 0;
  request.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    if (seen > bytes) end();
  });
  request.once('close', () => clearTimeout(timer));
}
