import { oneTimePassword } from '../../cms/accounts/password/one-time-password.ts';
import type { OpenCms } from './open-cms.ts';

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
    data: { ...login, name: '管理员', roles: ['admin'], mustChangePassword: true },
  });
  return login;
}
