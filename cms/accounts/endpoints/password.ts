import { z } from 'zod';
import { answer } from '../../http/http.ts';
import { wrongPassword } from '../password/is-right.ts';
import { currentPassword, own } from './own.ts';

const body = z
  .strictObject(
    {
      current: currentPassword,
      next: z.string({ error: '请填新密码。' }).min(1, '请填新密码。').max(500, '密码最多200个字符。'),
    },
    { error: '只收 current（现在的密码）和 next（新密码），请核对。' },
  )
  .refine(({ current, next }) => current !== next, '新密码和现在的一样，没有改。');

/** `POST /api/users/account/password` with `{ current, next }`: other browsers are signed out, this one stays. */
export const changePassword = own('password', body, async (req, { id }, { current, next }) => {
  const wrong = await wrongPassword(req, current);
  if (wrong) return answer(403, wrong);
  try {
    await req.payload.update({
      collection: 'users',
      id,
      data: { password: next, mustChangePassword: false },
      depth: 0,
      overrideAccess: true,
      req,
      context: { ownPassword: true },
    });
  } catch (error) {
    if (error instanceof Error && 'isPublic' in error && error.isPublic === true && 'status' in error)
      return answer(Number(error.status), error.message);
    throw error;
  }
  return answer(200, '密码已改，别处的登录都已退出。');
});
