import type { CollectionAfterLoginHook, CollectionAfterLogoutHook, CollectionAfterOperationHook } from 'payload';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { endSessions } from '../end-sessions.ts';
import { longest } from '../admit.ts';
import { deviceOf } from './client.ts';
import { signInOf } from './said.ts';
import { knownBrowserCookie } from './known-browser.ts';
import { giveBack, reopen } from './tries.ts';

const sessionOf = (token: string): string =>
  String((JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sid?: string }).sid);

/** Signed in: the failures before are forgotten, and the browser is known from now on and stands in the person's list. */
export const openSession: CollectionAfterLoginHook = async ({ req, token, user }) => {
  const { context, headers, payload } = req;
  const signIn = signInOf(context);
  const now = systemClock.now();
  // An address is more than one person's: there only this try is given back.
  const [shared, own] = [true, false].map(
    (of) => signIn?.taken.filter(({ key }) => key.startsWith('address:') === of) ?? [],
  );
  for (const subject of shared ?? []) await giveBack(payload, subject, now.getTime());
  if (own && own.length > 0) await reopen(payload, own);
  const cookies = new Headers(req.responseHeaders);
  cookies.append('Set-Cookie', knownBrowserCookie(payload, String(user.id), now.getTime()));
  req.responseHeaders = cookies;
  const person = String(user.id);
  const old = new Date(now.getTime() - longest).toISOString();
  await payload.delete({
    collection: 'sign-ins',
    where: { and: [{ person: { equals: person } }, { startedAt: { less_than: old } }] },
    depth: 0,
    overrideAccess: true,
  });
  const at = now.toISOString();
  const data = {
    key: sessionOf(token),
    person,
    startedAt: at,
    seenAt: at,
    address: signIn?.address ?? null,
    device: deviceOf(headers ?? new Headers()),
  };
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
  else
    await payload.delete({
      collection: 'sign-ins',
      where: { key: { equals: (user as { _sid?: string })._sid ?? '' } },
      depth: 0,
      overrideAccess: true,
    });
};
