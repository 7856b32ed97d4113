import { createHmac } from 'node:crypto';
import type { Payload, Where } from 'payload';
import { lineOf } from '../../http/client-address.ts';
import { next, paces, type Pace } from './pace.ts';

/** Something whose tries are counted together. */
export interface Subject {
  key: string;
  pace: Pace;
}

const table = 'sign-in-tries';

/**
 * What tries are filed under. The key is a keyed hash, so whoever reads the database learns nothing that was typed. Rows are
 * written of tries whose password is looked at only (a few a second) and go within minutes, so strangers who make up
 * accounts without end cannot fill the table; accounts that exist are treated like others.
 */
function subject(payload: Payload, kind: keyof typeof paces, text: string): Subject {
  const hash = createHmac('sha256', payload.secret).update(`sign-in\n${kind}\n${text}`).digest('hex');
  return { key: `${kind}:${hash.slice(0, 20)}`, pace: paces[kind] };
}

const plain = (email: string): string => email.trim().toLowerCase();
export const accountSubject = (payload: Payload, email: string): Subject => subject(payload, 'account', plain(email));
export const addressSubject = (payload: Payload, address: string): Subject =>
  subject(payload, 'address', lineOf(address));
export const homeSubject = (payload: Payload, person: string, address: string): Subject =>
  subject(payload, 'home', `${person}\n${lineOf(address)}`);
export const browserSubject = (payload: Payload, browser: string): Subject => subject(payload, 'browser', browser);
export const againSubject = (payload: Payload, person: string): Subject => subject(payload, 'again', person);

async function look(payload: Payload, key: string): Promise<number | null> {
  const row = await payload.db.findOne<{ id: string; at: string }>({
    collection: table,
    where: { id: { equals: key } },
  });
  return row ? Date.parse(row.at) : null;
}

/** Up to when the tries of a subject are used up, in milliseconds. */
export const usedUntil = async (payload: Payload, { key }: Subject): Promise<number> => (await look(payload, key)) ?? 0;

/** Changes the one row of a subject, whoever else does so at the same time. `change` gives null to leave it. */
async function move<T>(
  payload: Payload,
  key: string,
  change: (used: number) => { used: number | null; result: T },
): Promise<T> {
  for (;;) {
    const before = await look(payload, key);
    const { result, used } = change(before ?? 0);
    if (used === null) return result;
    const at = new Date(used).toISOString();
    if (before !== null) {
      const where: Where = { and: [{ id: { equals: key } }, { at: { equals: new Date(before).toISOString() } }] };
      if (
        (await payload.db.updateOne({
          collection: table,
          where,
          data: { at },
          options: { atomic: true },
          select: { id: true },
        })) !== null
      )
        return result;
      continue;
    }
    try {
      await payload.db.create({ collection: table, data: { id: key, subject: key, at }, returning: false });
      return result;
    } catch (error) {
      // Somebody was first; any other failure is told.
      if ((await look(payload, key)) === null) throw error;
    }
  }
}

/**
 * Takes one try of a subject: counted as failed until it has succeeded, so that many at once are all counted. What is
 * refused is not counted: nobody prolongs a wait by knocking, and it costs no writing.
 * @returns how long to wait in milliseconds; 0 when the try was taken
 */
export const take = (payload: Payload, { key, pace }: Subject, now: number): Promise<number> =>
  move(payload, key, (used) => {
    const step = next(used, pace, now);
    return 'wait' in step ? { used: null, result: step.wait } : { used: step.used, result: 0 };
  });

/** The try was no failure after all: it is given back. */
export const giveBack = (payload: Payload, { key, pace }: Subject, now: number): Promise<void> =>
  move(payload, key, (used) => ({ used: used > now ? used - pace.every : null, result: undefined }));

/** After a log-in, or by an administrator: all tries are there again. */
export const reopen = async (payload: Payload, subjects: Subject[]): Promise<void> =>
  void (await payload.db.deleteMany({ collection: table, where: { id: { in: subjects.map(({ key }) => key) } } }));

/** An instant behind us says nothing any more. */
export const sweep = async (payload: Payload, now: number): Promise<void> =>
  void (await payload.db.deleteMany({ collection: table, where: { at: { less_than: new Date(now).toISOString() } } }));
