import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Payload } from 'payload';

const days = 180;
const lasting = days * 24 * 60 * 60_000;
/** Only the log-in itself reads it. */
const path = '/api/users/login';

const mac = (payload: Payload, text: string): string => createHmac('sha256', payload.secret).update(`known browser\n${text}`).digest('base64url');
/** One for each account: colleagues may share a machine. */
const nameFor = (payload: Payload, person: string): string => `cx-known-${createHmac('sha256', payload.secret).update(`browser of\n${person}`).digest('hex').slice(0, 10)}`;

/**
 * The cookie that tells a browser from a stranger's: set where somebody signed in to this account, signed, and good for
 * this account only. It opens nothing; it only lets its bearer try without waiting behind strangers.
 */
export function knownBrowserCookie(payload: Payload, person: string, now: number): string {
  const said = `${randomBytes(12).toString('base64url')}.${now.toString(36)}`;
  const secure = (payload.collections.users.config.auth.cookies as { secure?: boolean } | undefined)?.secure ? '; Secure' : '';
  return `${nameFor(payload, person)}=${said}.${mac(payload, `${person}\n${said}`)}; Path=${path}; Max-Age=${lasting / 1000}; HttpOnly; SameSite=Strict${secure}`;
}

/** The browser's own mark when it brings a valid cookie of this account; null for everybody else's. */
export function knownBrowser(payload: Payload, person: string, headers: Headers, now: number): string | null {
  const name = `${nameFor(payload, person)}=`;
  const value = headers.get('cookie')?.slice(0, 16_384).split(';').map((part) => part.trim()).find((part) => part.startsWith(name))?.slice(name.length);
  const [mark, since, seal] = value?.split('.') ?? [];
  if (!mark || !since || !seal) return null;
  const [given, right] = [Buffer.from(seal), Buffer.from(mac(payload, `${person}\n${mark}.${since}`))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return now - Number.parseInt(since, 36) < lasting ? mark : null;
}
