import { randomInt } from 'node:crypto';
import type { OpenCms } from './open-cms.ts';

// No 0/O, 1/l/I: the password is read from a screen and typed by hand.
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Four groups of four: 93 bits, readable aloud. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/**
 * Makes the first administrator of an empty installation.
 * @returns the log-in to print once, or null when somebody can already log in.
 */
export async function firstAdmin({ payload }: OpenCms): Promise<{ email: string; password: string } | null> {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true });
  if (totalDocs > 0) return null;
  const login = { email: 'admin@chengxin.example', password: oneTimePassword() };
  await payload.create({
    collection: 'users',
    overrideAccess: true,
    data: { ...login, name: '管理员', roles: ['admin'] },
  });
  return login;
}
