import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { peerHeader } from '../../cms/accounts/sign-in/client.ts';
import { clientAddress } from '../../cms/http/client-address.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * What a browser may do with pages of the back office. Scripts run only from here and with this answer's own nonce; the
 * shell writes styles into its elements, so those stay allowed.
 */
const policy = (nonce: string, site: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${site}`,
    "font-src 'self' data:",
    "connect-src 'self'",
    `frame-src 'self' ${site}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Marks a request with who really sent it, and an answer with what browsers must keep to. Call before anything is written. */
export function guardDesk(
  request: IncomingMessage,
  response: ServerResponse,
  { adminUrl, siteUrl, TRUSTED_PROXIES }: Pick<Settings, 'adminUrl' | 'siteUrl' | 'TRUSTED_PROXIES'>,
): void {
  const csp = policy(randomBytes(16).toString('base64'), new URL(siteUrl).origin);
  // Next takes the nonce for its own scripts from the request.
  request.headers['content-security-policy'] = csp;
  request.headers[peerHeader] = clientAddress(
    request.socket.remoteAddress,
    request.headers['x-forwarded-for'],
    TRUSTED_PROXIES,
  );
  response.setHeader('Content-Security-Policy', csp);
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  if (adminUrl.startsWith('https:')) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}
