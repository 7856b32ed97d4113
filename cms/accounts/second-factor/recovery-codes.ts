import { randomInt } from 'node:crypto';

// No 0/O, 1/l/i: printed, kept in a drawer, typed years later.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten codes of 49 bits for the day the phone is gone; each opens the account once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () =>
    [0, 1].map(() => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')).join('-'),
  );

/** As it was printed, however it was typed, a Chinese keyboard's wide letters and dashes too. Null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}\u2212]/gu, '');
  return /^[a-z2-9]{10}$/.test(plain) ? `${plain.slice(0, 5)}-${plain.slice(5)}` : null;
}
