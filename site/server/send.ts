import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import { chooseEncoding, encode } from './encode.ts';
import { securityHeaders } from './security-headers.ts';

/**
 * Sends an answer: security headers, 304 when the visitor has it already, compression, no body for HEAD.
 * @param hash of the body when it is known, so that it need not be computed again.
 */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  hash?: string,
): Promise<void> {
  const { status, body } = answer;
  const headers = new Map<string, string>([
    ...securityHeaders,
    ...answer.headers.map(([k, v]) => [k.toLowerCase(), v] as const),
  ]);
  if (headers.get('content-type') === 'text/html') headers.set('content-type', 'text/html; charset=utf-8');
  // Without word from the page every visit asks whether it still stands: a withdrawn story must not live on in browsers.
  if (!headers.has('cache-control')) headers.set('cache-control', status === 200 ? 'no-cache' : 'no-store');
  if (status === 200) {
    // Weak, because the same page is sent in several encodings.
    if (!headers.has('etag')) headers.set('etag', `W/"${(hash ?? sha256(body)).slice(0, 32)}"`);
    if (matches(request.headers['if-none-match'], headers.get('etag') ?? '')) {
      headers.delete('content-type');
      response.writeHead(304, [...headers].flat()).end();
      return;
    }
  }
  const encoding = chooseEncoding(
    request.headers['accept-encoding'],
    headers.get('content-type') ?? '',
    body.byteLength,
  );
  const bytes = encoding ? await encode(body, encoding) : body;
  if (encoding) headers.set('content-encoding', encoding);
  headers.set('vary', 'Accept-Encoding');
  headers.set('content-length', String(bytes.byteLength));
  response.writeHead(status, [...headers].flat());
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

const sha256 = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');

function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}
