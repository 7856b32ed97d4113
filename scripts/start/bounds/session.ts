import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

const claims = z.object({ exp: z.number() });

/**
 * Whether a request carries a log-in that this installation has signed and that has not run out: asked before its body is
 * read, so without the database. Whether the session still stands is asked by the CMS, as ever.
 * @param key `payload.secret`: what the shell signs with
 */
export function looksSignedIn(headers: IncomingHttpHeaders, key: string, now: Date): boolean {
  const cookie = /(?:^|;\s*)payload-token=([^;\s]+)/.exec(headers.cookie ?? '')?.[1];
  const token = cookie ?? /^(?:JWT|Bearer) (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const [head, body, signature, more] = token?.split('.') ?? [];
  if (!head || !body || !signature || more !== undefined || (token?.length ?? 0) > 4096) return false;
  const right = createHmac('sha256', key).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
  try {
    return claims.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))).exp * 1000 > now.getTime();
  } catch {
    return false;
  }
}
