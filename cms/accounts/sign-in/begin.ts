import { AuthenticationError, type CollectionBeforeOperationHook, type Payload, type PayloadRequest } from 'payload';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { lineOf } from '../../http/client-address.ts';
import { matches, type Kept } from '../password/matches.ts';
import { addressOf } from './client.ts';
import { saidSchema, type SignIn } from './said.ts';
import { spanWords, TooSoon } from './too-soon.ts';
import { giveBack, sweep } from './tries.ts';
import { Crowded } from './turns.ts';
import { admit, type Admitted } from './ways.ts';

/** Said of accounts that exist and of others alike. */
const tooMany = (wait: number): string =>
  `这个账号或这个网络登录失败得太多，陌生的浏览器要等一等：请过${spanWords(wait)}再试。账号没有锁，平时用的浏览器现在就能登录；等不及请找管理员。`;
const crowded = '现在登录的人太多，排不上：请过十秒再试。平时用的浏览器不用排这个队。';
const crowdedWait = 10_000;

/**
 * Counts the try and compares the password, before the shell looks at the account: the shell would lock it for everybody
 * after so many wrong ones, and would compare any number of passwords at once. An account that does not exist takes as long
 * and gets the same words.
 */
export const beginSignIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return args;
  const { data } = args as { data: { email?: unknown; password?: unknown } };
  const { email, password } = data;
  if (typeof email !== 'string' || typeof password !== 'string' || email.trim() === '' || password.trim() === '')
    return args;
  const now = systemClock.now().getTime();
  const headers = req.headers ?? new Headers();
  const address = addressOf(headers);
  await tidy(req.payload, now);
  const account = await accountOf(req, email);
  const admitted = await admit(req.payload, { email, address, headers, person: account?.id ?? null }, now).catch(
    (error: unknown) => {
      throw error instanceof Crowded ? new TooSoon(req, crowdedWait, crowded) : error;
    },
  );
  if ('wait' in admitted) throw new TooSoon(req, admitted.wait, tooMany(admitted.wait));
  req.context.signIn = {
    said: saidSchema.parse(req.payloadAPI === 'REST' ? (req.data ?? {}) : data),
    taken: admitted.taken,
    address,
    recovery: null,
  } satisfies SignIn;
  if (!(await compare(req, account, password, address, admitted, now)) || account === null)
    throw new AuthenticationError(req.t);
  // Left from the time when so many failures locked an account.
  if (account.lockUntil)
    await req.payload.db.updateOne({
      collection: 'users',
      id: account.id,
      data: { loginAttempts: 0, lockUntil: null },
      returning: false,
    });
  return args;
};

interface Account extends Kept {
  id: string;
  lockUntil?: string | null;
}

const accountOf = (req: PayloadRequest, email: string): Promise<Account | null> =>
  req.payload.db.findOne<Account>({
    collection: 'users',
    where: { email: { equals: email.trim().toLowerCase().slice(0, 320) } },
    req,
  });

async function compare(
  req: PayloadRequest,
  account: Account | null,
  password: string,
  address: string | null,
  { known, taken }: Admitted,
  now: number,
): Promise<boolean> {
  try {
    return await matches(account, password, { client: address === null ? '' : lineOf(address), known });
  } catch (error) {
    if (!(error instanceof Crowded)) throw error;
    // Not looked at, so not a failure.
    for (const subject of taken) await giveBack(req.payload, subject, now);
    throw new TooSoon(req, crowdedWait, crowded);
  }
}

const sweepEvery = 60_000;
const swept = new WeakMap<Payload, number>();

/** Counts that have run out go, once a minute while anybody logs in. */
async function tidy(payload: Payload, now: number): Promise<void> {
  if (Math.abs(now - (swept.get(payload) ?? 0)) < sweepEvery) return;
  swept.set(payload, now);
  await sweep(payload, now);
}
