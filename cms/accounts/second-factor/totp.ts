import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, half a minute. */
const period = 30;
const totp = (secret: string, account = '', site = '') =>
  new TOTP({ issuer: site, label: account, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });

/** A new secret of 160 bits (RFC 4226 §4), base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What the phone's app reads from the QR code. */
export const otpauthUri = (secret: string, account: string, site: string): string =>
  totp(secret, account, site).toString();

/**
 * The half minute whose code this is: the present one, or one before or after it (clocks differ). Null when it is none,
 * or not later than `after`, the one used last: no code works twice (RFC 6238 §5.2).
 */
export function stepOf(secret: string, code: string, now: Date, after: number): number | null {
  // A Chinese keyboard in its wide mode types １２３４５６.
  const token = code.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / period) + delta;
  return step > after ? step : null;
}
