import { createHmac } from 'node:crypto';
import type { Payload } from 'payload';
import { limits, lockedUntil } from './locked-until.ts';

const kept = 24 * 60 * 60_000;

export interface Try {
  /** Rows that stand for this try: they stay when it fails. */
  ids: string[];
  account: string;
}

/** What failures of an account are filed under: whoever reads the database learns no address that was typed. */
export const accountSubject = (payload: Payload, email: string): string =>
  `account:${createHmac('sha256', payload.secret).update(`sign-in\n${email.trim().toLowerCase()}`).digest('base64url').slice(0, 32)}`;

/**
 * Begins a try: counted as failed until it has succeeded, so that many at once are all counted.
 * @returns null when the account or the address is closed (that try is not counted: nobody prolongs a lock by knocking)
 */
export async function beginTry(payload: Payload, email: string, address: string | null, now: Date): Promise<Try | null> {
  const account = accountSubject(payload, email);
  const subjects = [{ subject: account, limit: limits.account }, ...(address ? [{ subject: `address:${address}`, limit: limits.address }] : [])];
  const ids: string[] = [];
  let open = true;
  for (const { limit, subject } of subjects) {
    const mine = await payload.create({ collection: 'sign-in-tries', data: { subject, at: now.toISOString() }, depth: 0, overrideAccess: true });
    ids.push(mine.id);
    const { docs } = await payload.find({
      collection: 'sign-in-tries', where: { and: [{ subject: { equals: subject } }, { id: { not_equals: mine.id } }, { at: { greater_than: new Date(now.getTime() - kept).toISOString() } }] },
      pagination: false, depth: 0, overrideAccess: true, sort: '-at',
    });
    if (lockedUntil(docs.map(({ at }) => Date.parse(at)), limit, now.getTime()) !== null) open = false;
  }
  if (open) return { ids, account };
  await forget(payload, ids);
  return null;
}

/** The try was no failure: it leaves no trace. */
export async function forget(payload: Payload, ids: string[]): Promise<void> {
  await payload.delete({ collection: 'sign-in-tries', where: { id: { in: ids } }, depth: 0, overrideAccess: true });
}

/** Opens an account again, after a log-in or by an administrator; old rows of everybody go as well. */
export async function reopen(payload: Payload, account: string, now: Date): Promise<void> {
  const old = { at: { less_than: new Date(now.getTime() - kept).toISOString() } };
  await payload.delete({ collection: 'sign-in-tries', where: { or: [{ subject: { equals: account } }, old] }, depth: 0, overrideAccess: true });
}
