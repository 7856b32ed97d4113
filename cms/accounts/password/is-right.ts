import type { PayloadRequest } from 'payload';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { spanWords } from '../sign-in/too-soon.ts';
import { againSubject, reopen, take } from '../sign-in/tries.ts';
import { Crowded } from '../sign-in/turns.ts';
import { matches, type Kept } from './matches.ts';

/**
 * Whether this is the present password of the person who asks. Guesses are counted for this person alone: strangers who
 * try the account's password at the log-in are not in the way here.
 * @returns null when it is right, else why not
 */
export async function wrongPassword(
  { payload, user }: Pick<PayloadRequest, 'payload' | 'user'>,
  password: string,
): Promise<string | null> {
  const subject = againSubject(payload, user?.id ?? '');
  const wait = await take(payload, subject, systemClock.now().getTime());
  if (wait > 0) return `现在的密码输错太多次：请过${spanWords(wait)}再填，已经填的都还在。`;
  const kept = user
    ? await payload.db.findOne<Kept & { id: string }>({ collection: 'users', where: { id: { equals: user.id } } })
    : null;
  const right = await matches(kept, password, { client: user?.id ?? '', known: true }).catch((error: unknown) => {
    if (error instanceof Crowded) return null;
    throw error;
  });
  if (right === null) return '现在核对密码的人太多：请过十秒再试一次。';
  if (!right) return '现在的密码不对：请核对大小写后再填一遍。';
  await reopen(payload, [subject]);
  return null;
}
