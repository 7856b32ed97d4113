import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
} from 'payload';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { registerOf } from '../../register/register-of.ts';
import type { User } from '../../payload-types.ts';
import { endSessions } from '../end-sessions.ts';
import { passwordProblem } from '../password/password-problem.ts';
import { removeFactor } from '../second-factor/second-factor.ts';

interface Change extends Partial<User> {
  password?: string | null;
}

/**
 * Every new password passes here, by whichever way it comes. One that somebody else gives out is for one log-in only;
 * one's own is changed where the present one is asked for.
 */
export const guardPassword: CollectionBeforeChangeHook<User> = ({
  context,
  data,
  operation,
  originalDoc,
  req: { user },
}) => {
  const change = data as Change;
  if (typeof change.password !== 'string' || change.password === '') return data;
  const problem = passwordProblem(change.password, {
    email: change.email ?? originalDoc?.email,
    name: change.name ?? originalDoc?.name,
  });
  if (problem) throw new APIError(problem, 422, null, true);
  const own = operation === 'update' && user !== null && user.id === originalDoc?.id;
  if (own && context.ownPassword !== true) {
    throw new APIError('改自己的密码要先填现在的密码：请打开“账号与登录”这一页来改。', 403, null, true);
  }
  context.newPasswordOf = originalDoc?.id;
  return user && !own ? { ...data, mustChangePassword: true } : data;
};

/** A new password or other roles end what was opened with the old ones; the browser that asked stays. */
export const endOldSessions: CollectionAfterChangeHook<User> = async ({
  context,
  doc,
  operation,
  previousDoc,
  req: { payload, user },
}) => {
  if (operation !== 'update') return;
  const roles = (of: User) => [...(of.roles ?? [])].sort().join();
  if (context.newPasswordOf !== doc.id && roles(doc) === roles(previousDoc)) return;
  const own = user?.id === doc.id ? (user as { _sid?: string })._sid : undefined;
  await endSessions(payload, doc.id, { except: own });
};

export const forgetAccount: CollectionAfterDeleteHook<User> = async ({ id, req: { payload } }) => {
  registerOf(payload).add({ kind: 'account', key: String(id), at: systemClock.now().toISOString(), facts: {} });
  await endSessions(payload, String(id));
  await removeFactor(payload, String(id));
};
