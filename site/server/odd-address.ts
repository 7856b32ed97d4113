import type { Socket } from 'node:net';
import { securityHeaders } from './security-headers.ts';

type ParserError = Error & { code?: string; rawPacket?: Buffer };

const reasons: Record<number, string> = {
  308: 'Permanent Redirect',
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};
const sentences: Record<number, string> = {
  308: '请用编码后的网址。',
  400: '请求的写法不正确，请检查网址后再试。',
  408: '等得太久，没有收到完整的请求，请再试一次。',
  431: '请求的附加信息太长，请清除浏览器里本站的数据后再试。',
};

/** How long a refused client may take to read why, in milliseconds. */
const lingering = 2_000;

/**
 * The percent-encoded form of an address that was typed with Chinese characters in it (some programs send them as they
 * are; Node's parser refuses that), or null when the packet is anything else.
 */
export function encodedAddress(packet: Buffer | undefined): string | null {
  const line = packet?.subarray(0, 4096).toString('latin1').split('\r\n')[0] ?? '';
  const [, raw] = /^(?:GET|HEAD) (\/[^ ]*) HTTP\/1\.[01]$/.exec(line) ?? [];
  if (!raw || /^\/[/\\]/.test(raw)) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(raw, 'latin1'));
    // What is encoded already stays as it is.
    const encoded = text.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
    return encoded === text ? null : encoded;
  } catch {
    return null;
  }
}

/** Answers what the HTTP parser refused: with the right address when it can be told, else with one sentence. */
export function answerOdd(
  error: ParserError,
  socket: Pick<Socket, 'writable' | 'end' | 'destroy' | 'destroySoon'>,
): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const address = error.code === 'HPE_INVALID_URL' ? encodedAddress(error.rawPacket) : null;
  const status = address
    ? 308
    : error.code === 'HPE_HEADER_OVERFLOW'
      ? 431
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 408
        : 400;
  const body = `${sentences[status]}\n`;
  const headers: [string, string][] = [
    ...securityHeaders,
    ...(address ? [['location', address] as [string, string]] : []),
    ['content-type', 'text/plain; charset=utf-8'],
    ['content-length', String(Buffer.byteLength(body))],
    ['cache-control', 'no-store'],
    ['connection', 'close'],
  ];
  // `end` alone waits for the other side, for ever: whoever sends half a request would keep the descriptor.
  setTimeout(() => socket.destroy(), lingering).unref();
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status]}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
    () => socket.destroySoon(),
  );
}
