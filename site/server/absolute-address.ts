import type { IncomingMessage } from 'node:http';

/**
 * A request may name its whole address (`GET http://cx.example/s/1/ HTTP/1.1`), as programs do that think we are a proxy.
 * Then that address counts and not the Host line (RFC 9112, 3.2.2); from here on it is a request like any other. What is no
 * http address stays as it is and is refused as malformed.
 */
export function takeAbsoluteAddress(request: Pick<IncomingMessage, 'url' | 'headers'>): void {
  const [, host, rest] = /^https?:\/\/([^/?#]*)([^#]*)$/i.exec(request.url ?? '') ?? [];
  if (!host || rest === undefined) return;
  request.headers.host = host;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
}
