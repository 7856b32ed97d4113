import { APIError, type CollectionBeforeChangeHook } from 'payload';
import { roles as roleNames, type Role } from '../../access/roles.ts';
import type { User } from '../../payload-types.ts';
import { wrongPassword } from '../password/is-right.ts';

interface Change extends Omit<Partial<User>, 'currentPassword'> {
  password?: string | null;
  currentPassword?: unknown;
}

const labels = { name: '姓名', email: '电子邮件', roles: '职责', password: '密码' } as const;

/**
 * Who an account is, how it is entered and what it may do changes only with the password of the person who asks, be it
 * their own account or, for an administrator, somebody else's: a desk left open must not become another person's for good.
 * `currentPassword` is asked for in the form and never kept.
 */
export const askAgain: CollectionBeforeChangeHook<User> = async ({ context, data, operation, originalDoc, req }) => {
  const { currentPassword, ...change } = data as Change;
  const kept = change as typeof data;
  // What the product itself does, and what has asked already.
  if (operation !== 'update' || !req.user || !originalDoc || context.ownPassword === true) return kept;
  const changed = changes(change, originalDoc);
  if (changed.length === 0) return kept;
  const what = changed.map((field) => labels[field]).join('、');
  if (typeof currentPassword !== 'string' || currentPassword === '') {
    throw new APIError(
      `改${what}要先填您自己现在的密码：请填在“您现在的密码”一栏，再保存一次。没有保存，填好的都还在。`,
      403,
      null,
      true,
    );
  }
  const wrong = await wrongPassword(req, currentPassword.slice(0, 500));
  if (wrong) throw new APIError(`${wrong}${what}没有改。`, 403, null, true);
  return kept;
};

function changes(change: Change, before: User): (keyof typeof labels)[] {
  const list = (of: readonly Role[] | null | undefined) =>
    [...(of ?? [])]
      .filter((role) => role in roleNames)
      .sort()
      .join();
  return [
    ...(change.name !== undefined && change.name !== before.name ? ['name' as const] : []),
    ...(change.email !== undefined && change.email?.toLowerCase() !== before.email.toLowerCase()
      ? ['email' as const]
      : []),
    ...(change.roles !== undefined && list(change.roles) !== list(before.roles) ? ['roles' as const] : []),
    ...(typeof change.password === 'string' && change.password !== '' ? ['password' as const] : []),
  ];
}
