import { randomInt } from 'node:crypto';
import { passwordProblem } from './password-problem.ts';

// No 0/O, 1/l/I: the password is read from a screen and typed by hand.
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Four groups of four: 93 bits, readable aloud. By chance it may hold the short name of whose it is to be: then another one is made. */
export function oneTimePassword(whose: Parameters<typeof passwordProblem>[1]): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  for (;;) {
    const password = [group(), group(), group(), group()].join('-');
    if (passwordProblem(password, whose) === null) return password;
  }
}
