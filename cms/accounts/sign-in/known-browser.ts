import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Payload } from 'payload';

const days = 180;
const lasting = days * 24 * 60 * 60_000;
const prefix = 'cx-known-';

type Keyed = Pick<Payload, 'secret'>;

const mac = ({ secret }: Keyed, text: string): string =>
  createHmac('sha256', secret).update(`known browser\n${text}`).digest('base64url');
/** One for each account: colleagues may share a machine. */
const nameFor = ({ secret }: Keyed, person: string): string =>
  `${prefix}${createHmac('sha256', secret).update(`browser of\n${person}`).digest('hex').slice(0, 10)}`;

/**
 * The cookie that tells a browser from a stranger's: set where somebody signed in to this account, signed, and good for
 * this account only. It opens nothing; it only lets its bearer try without waiting behind strangers.
 */
export function knownBrowserCookie(payload: Payload, person: string, now: number): string {
  const said = `${randomBytes(12).toString('base64url')}.${now.toString(36)}`;
  const secure = (payload.collections.users.config.auth.cookies as { secure?: boolean } | undefined)?.secure
    ? '; Secure'
    : '';
  return `${nameFor(payload, person)}=${said}.${mac(payload, `${person}\n${said}`)}.${mac(payload, said)}; Path=/; Max-Age=${lasting / 1000}; HttpOnly; SameSite=Strict${secure}`;
}

/** The browser's own mark when it brings a valid cookie of this account; null for everybody else's. */
export function knownBrowser(payload: Payload, person: string, headers: Headers, now: number): string | null {
  const [mark = '', since = '', seal = ''] = marks(headers.get('cookie'), nameFor(payload, person))[0] ?? [];
  return isSeal(seal, mac(payload, `${person}\n${mark}.${since}`)) && isFresh(since, now) ? mark : null;
}

/** Whether a request comes from a browser that is known to somebody here; for whom, the log-in finds out. */
export const isKnownToSomebody = (keyed: Keyed, cookie: string | undefined, now: number): boolean =>
  marks(cookie).some(
    ([mark = '', since = '', , seal = '']) => isSeal(seal, mac(keyed, `${mark}.${since}`)) && isFresh(since, now),
  );

const marks = (cookie: string | null | undefined, name = prefix): string[][] =>
  (cookie ?? '')
    .slice(0, 16_384)
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(name))
    .slice(0, 20)
    .map((part) => part.slice(part.indexOf('=') + 1).split('.'));

function isSeal(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const isFresh = (since: string, now: number): boolean => now - Number.parseInt(since, 36) < lasting;
