import type { CollectionAfterLoginHook, CollectionAfterLogoutHook, CollectionAfterOperationHook } from 'payload';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { endSessions } from '../end-sessions.ts';
import { longest } from '../admit.ts';
import { deviceOf } from './client.ts';
import { signInOf } from './said.ts';
import { forget, reopen } from './tries.ts';

const sessionOf = (token: string): string => String((JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sid?: string }).sid);

/** Signed in: the failures before are forgotten, and the browser stands in the person's list. */
export const openSession: CollectionAfterLoginHook = async ({ req: { context, headers, payload }, token, user }) => {
  const signIn = signInOf(context);
  const now = systemClock.now();
  if (signIn) {
    await forget(payload, signIn.counted.ids);
    await reopen(payload, signIn.counted.account, now);
  }
  const person = String(user.id);
  const old = new Date(now.getTime() - longest).toISOString();
  await payload.delete({ collection: 'sign-ins', where: { and: [{ person: { equals: person } }, { startedAt: { less_than: old } }] }, depth: 0, overrideAccess: true });
  const at = now.toISOString();
  const data = { key: sessionOf(token), person, startedAt: at, seenAt: at, address: signIn?.address ?? null, device: deviceOf(headers ?? new Headers()) };
  await payload.create({ collection: 'sign-ins', data, depth: 0, overrideAccess: true });
};

/** Recovery codes that were made on the way are shown in the answer, this once. */
export const tellRecovery: CollectionAfterOperationHook = ({ operation, req, result }) => {
  const recovery = operation === 'login' ? signInOf(req.context)?.recovery : null;
  return recovery ? { ...(result as object), recoveryCodes: recovery } : result;
};

/** 登出: this browser, or with `allSessions` every one. */
export const closeSession: CollectionAfterLogoutHook = async ({ req: { payload, searchParams, user } }) => {
  if (!user) return;
  if (searchParams?.get('allSessions') === 'true') await endSessions(payload, String(user.id));
  else await payload.delete({ collection: 'sign-ins', where: { key: { equals: (user as { _sid?: string })._sid ?? '' } }, depth: 0, overrideAccess: true });
};
