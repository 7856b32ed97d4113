import { createHash, timingSafeEqual } from 'node:crypto';

/** sha1 over the parts, sorted and joined (channels.md §1 Callback), as lower-case hex. */
const signatureOf = (parts: string[]): string => createHash('sha1').update(parts.toSorted().join('')).digest('hex');

/** Compares in constant time; anything but 40 lower-case hex digits never matches. */
export function signatureMatches(given: string | null, parts: string[]): boolean {
  if (given === null || !/^[0-9a-f]{40}$/.test(given)) return false;
  return timingSafeEqual(Buffer.from(given, 'latin1'), Buffer.from(signatureOf(parts), 'latin1'));
}
