import type { IncomingMessage } from 'node:http';
import type { Settings } from '../settings/settings.ts';

const reading: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request that may change something comes from a page of this back office, as far as the browser says. Browsers
 * name the page of every such request, also on a plain http address of an intranet, where they leave out more than that
 * (there the shell's own allow-list cannot be used); programs name none and carry their key themselves.
 */
export function fromOwnPage(
  { method = 'GET', headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  { adminUrl }: Pick<Settings, 'adminUrl'>,
): boolean {
  if (reading.includes(method)) return true;
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] !== 'cross-site';
  if (!URL.canParse(origin)) return false;
  const desk = new URL(adminUrl);
  const page = new URL(origin);
  if (page.origin === desk.origin) return true;
  // The same name without its certificate is anybody on the way.
  return page.host === host && !(desk.protocol === 'https:' && page.hostname === desk.hostname);
}
