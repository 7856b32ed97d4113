import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { APIError, AuthenticationError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { maxLength } from '../password/password-problem.ts';
import { addressOf } from './client.ts';
import { saidSchema, type SignIn } from './said.ts';
import { beginTry } from './tries.ts';

/** Said of accounts that exist and of others alike. */
export const closed = '登录失败次数太多，已锁定：请过十五分钟再试，或者请管理员解锁。';

/**
 * Counts the try and refuses the one too many, before anything is said about the account. An account that does not
 * exist, or that the shell has locked, takes as long and is answered like a wrong password.
 */
export const beginSignIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return args;
  const { data } = args as { data: { email?: unknown; password?: unknown } };
  const { email, password } = data;
  if (typeof email !== 'string' || typeof password !== 'string' || email.trim() === '' || password.trim() === '') return args;
  const now = systemClock.now();
  const address = addressOf(req.headers ?? new Headers());
  const counted = await beginTry(req.payload, email, address, now);
  if (!counted) throw new APIError(closed, 429, null, true);
  req.context.signIn = {
    said: saidSchema.parse(req.payloadAPI === 'REST' ? (req.data ?? {}) : data),
    counted, address, onlyPassword: req.context.onlyPassword === true, recovery: null,
  } satisfies SignIn;
  if ([...password].length > maxLength || !(await mayTry(req, email))) {
    await equalWork(password.slice(0, maxLength));
    throw new AuthenticationError(req.t);
  }
  return args;
};

async function mayTry(req: PayloadRequest, email: string): Promise<boolean> {
  const user = await req.payload.db.findOne<{ id: string; lockUntil?: string | null }>({ collection: 'users', where: { email: { equals: email.trim().toLowerCase() } }, req });
  return user !== null && !(user.lockUntil && Date.parse(user.lockUntil) > Date.now());
}

/** The work of comparing a password: the same function and count as the shell's. */
const equalWork = (password: string) => promisify(pbkdf2)(password, 'nobody', 600_000, 32, 'sha256');
