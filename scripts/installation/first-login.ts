import type { Payload } from 'payload';
import { byAdmin } from '../../cms/accounts/by-admin.ts';
import { oneTimePassword } from '../../cms/accounts/password/one-time-password.ts';

export interface Login {
  email: string;
  password: string;
}

export const firstEmail = 'admin@chengxin.example';

/**
 * The log-in to print at a start: makes the first administrator of an empty installation, and gives a new one-time
 * password to one that nobody has ever logged in with (the one printed before may never have been seen).
 * @param again whether an account that is there already may get a new password
 * @returns null when somebody can already log in
 */
export async function firstLogin(payload: Payload, { again }: { again: boolean }): Promise<Login | null> {
  const { docs, totalDocs } = await payload.find({ collection: 'users', limit: 1, depth: 0, overrideAccess: true });
  const [only] = docs;
  if (!only) {
    const name = '管理员';
    const login = { email: firstEmail, password: oneTimePassword({ email: firstEmail, name }) };
    await payload.create({
      collection: 'users',
      overrideAccess: true,
      data: { ...login, name, roles: ['admin'], mustChangePassword: true },
    });
    return login;
  }
  if (!again || totalDocs > 1 || !only.mustChangePassword || (await wasHere(payload, only.id))) return null;
  const { password } = await byAdmin(payload, 'reset', only);
  return password ? { email: only.email, password } : null;
}

/** Whether that person has ever logged in. */
async function wasHere(payload: Payload, id: string): Promise<boolean> {
  const { totalDocs: sessions } = await payload.count({
    collection: 'sign-ins',
    where: { person: { equals: id } },
    overrideAccess: true,
  });
  if (sessions > 0) return true;
  const { totalDocs: told } = await payload.count({
    collection: 'audit',
    where: { and: [{ act: { equals: 'login' } }, { rowId: { equals: id } }] },
    overrideAccess: true,
  });
  return told > 0;
}
