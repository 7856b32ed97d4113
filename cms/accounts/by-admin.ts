import type { Payload } from 'payload';
import { endSessions } from './end-sessions.ts';
import { oneTimePassword } from './password/one-time-password.ts';
import { removeFactor } from './second-factor/second-factor.ts';
import { accountSubject, reopen } from './sign-in/tries.ts';

/** What an administrator, or the operator at the machine, may do to somebody's account. */
export const adminActs = ['reset', 'unlock', 'end-sessions', 'remove-second-factor'] as const;
export type AdminAct = (typeof adminActs)[number];

/** What came of it, in a sentence; `password` is shown once. */
export interface Done {
  message: string;
  password?: string;
}

/** @throws nothing of its own: the account must exist. */
export async function byAdmin(
  payload: Payload,
  act: AdminAct,
  { email, id, name }: { id: string; email: string; name: string },
): Promise<Done> {
  if (act === 'reset') {
    const password = oneTimePassword({ email, name });
    await payload.update({
      collection: 'users',
      id,
      data: { password, mustChangePassword: true },
      depth: 0,
      overrideAccess: true,
    });
    await unlock(payload, email);
    return {
      message: `${name}的密码已重设，所有登录都已退出。一次性密码只显示这一次，本人下次登录时要换成自己的。`,
      password,
    };
  }
  if (act === 'unlock') {
    await unlock(payload, email);
    return { message: `${name}不用再等，在哪台电脑上都可以马上登录。` };
  }
  if (act === 'remove-second-factor') {
    await removeFactor(payload, id);
    await endSessions(payload, id);
    return { message: `${name}的两步验证已关闭，所有登录都已退出。` };
  }
  const ended = await endSessions(payload, id);
  return { message: ended > 0 ? `${name}已退出${ended}处登录。` : `${name}现在没有登录。` };
}

async function unlock(payload: Payload, email: string): Promise<void> {
  await reopen(payload, [accountSubject(payload, email)]);
  await payload.db.updateOne({
    collection: 'users',
    where: { email: { equals: email } },
    data: { loginAttempts: 0, lockUntil: null },
    returning: false,
  });
}
