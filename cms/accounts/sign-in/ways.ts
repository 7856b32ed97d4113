import type { Payload } from 'payload';
import { lineOf } from '../../http/client-address.ts';
import { hasRoom } from '../password/matches.ts';
import { knownBrowser } from './known-browser.ts';
import {
  accountSubject,
  addressSubject,
  browserSubject,
  giveBack,
  homeSubject,
  take,
  usedUntil,
  type Subject,
} from './tries.ts';
import { Crowded } from './turns.ts';

/** Who tries: the account's owner as far as that shows, or a stranger. */
export interface Comer {
  email: string;
  /** The account of that e-mail, if there is one. */
  person: string | null;
  address: string | null;
  headers: Headers;
}

/** A try that may go on: what was taken for it, and whether it waits behind strangers. */
export interface Admitted {
  taken: Subject[];
  known: boolean;
}

/**
 * Whether this try may go on now. A browser that was signed in to the account, then an address where its owner was, have
 * a count of their own each, which no stranger uses up; a mark whose count is used up (stolen, perhaps) says nothing. Strangers share the
 * account's count and the address's. Where an address has used up its own, each account still has one try from there: a whole
 * office stands behind one proxy, and a colleague who has not mistyped gets in.
 * @returns how long to wait, in milliseconds, when it may not
 * @throws Crowded when too many strangers ask at once
 */
export async function admit(
  payload: Payload,
  { address, email, headers, person }: Comer,
  now: number,
): Promise<Admitted | { wait: number }> {
  const browser = person === null ? null : knownBrowser(payload, person, headers, now);
  const home =
    person !== null && address !== null && (await wasHere(payload, person, address))
      ? homeSubject(payload, person, address)
      : null;
  if (browser !== null) {
    const mark = browserSubject(payload, browser);
    if ((await take(payload, mark, now)) === 0) return { taken: [mark], known: true };
  }
  if (home) {
    const wait = await take(payload, home, now);
    return wait === 0 ? { taken: [home], known: true } : { wait };
  }
  // What would not be looked at is not written down either.
  if (!hasRoom(address === null ? '' : lineOf(address))) throw new Crowded();
  const account = accountSubject(payload, email);
  const rested = (await usedUntil(payload, account)) <= now;
  // The account first: of a flood on one account no address leaves a row.
  const wait = await take(payload, account, now);
  if (wait > 0) return { wait };
  const line = address === null ? null : addressSubject(payload, address);
  const crowded = line === null ? 0 : await take(payload, line, now);
  if (crowded === 0 || rested) return { taken: [account, ...(line && crowded === 0 ? [line] : [])], known: false };
  await giveBack(payload, account, now);
  return { wait: crowded };
}

/** The person was signed in from there: the row of that log-in is kept until a later one a day after. */
async function wasHere(payload: Payload, person: string, address: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'sign-ins',
    where: { and: [{ person: { equals: person } }, { address: { equals: address } }] },
    overrideAccess: true,
  });
  return totalDocs > 0;
}
