import type { IncomingMessage } from 'node:http';
import { plainAnswer, type Answer } from './answer.ts';

const longest = 2048;
const hostName = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;
/** The administration lives on another port; nothing here may even look like it. */
const closed = /^\/(admin|_next|api)(\/|$)/i;
const open = new Set(['/api/materials.json']);

/**
 * What the public port accepts: reading, of a well-formed address, of the public site.
 * Gives the address, or the answer that refuses it.
 */
export function guard(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): URL | Answer {
  const { method, url = '/' } = request;
  if (method !== 'GET' && method !== 'HEAD')
    return plainAnswer(405, '本站只供阅读，不接收提交。', [['allow', 'GET, HEAD']]);
  const refused = wellFormed(request);
  if (refused) return refused;
  const address = new URL(url, 'http://site.invalid');
  if (closed.test(address.pathname) && !open.has(address.pathname)) return plainAnswer(404, '这里没有这个页面。');
  return address;
}

/** The answer that refuses a malformed address or host name; null when both are well-formed. */
export function wellFormed({ url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>): Answer | null {
  if (url.length > longest) return plainAnswer(414, `网址太长：最多 ${longest} 个字符。`);
  if (!hostName.test(headers.host ?? '')) return plainAnswer(400, '请求里的网站名称不正确。');
  if (!/^\/(?![/\\])/.test(url) || !decodable(url)) return plainAnswer(400, '网址写法不正确，请检查后再试。');
  return null;
}

function decodable(url: string): boolean {
  try {
    // Control characters have no place in an address, encoded or not.
    return !/\p{Cc}/u.test(decodeURIComponent(url.split('?')[0] ?? ''));
  } catch {
    return false;
  }
}
