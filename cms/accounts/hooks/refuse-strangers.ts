import { APIError, type CollectionBeforeOperationHook } from 'payload';
import { personOf } from '../../access/person-of.ts';
import { accountSubject, reopen } from '../sign-in/tries.ts';

/** Ways into an account that the shell offers and this desk does not have. */
export const refuseStrangers: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  // Payload lets a stranger register while no account exists; ours is made by a script.
  if (operation === 'create' && req.payloadAPI === 'REST' && !req.user) {
    throw new APIError('账号只能由管理员开设：第一个管理员请在服务器上用 chengxin 命令创建。', 403, null, true);
  }
  // No mail leaves this system, and a token that is never sent helps nobody but a thief.
  if (operation === 'forgotPassword' || operation === 'resetPassword') {
    throw new APIError('忘记密码请找管理员重设：系统不发邮件。', 403, null, true);
  }
  const { email } = ('data' in args ? (args.data ?? {}) : {}) as { email?: unknown };
  if (operation === 'unlock' && typeof email === 'string' && personOf(req)?.roles.includes('admin')) {
    await reopen(req.payload, [accountSubject(req.payload, email)]);
  }
  if (operation === 'create' && typeof email === 'string') {
    const { totalDocs } = await req.payload.count({
      collection: 'users',
      where: { email: { equals: email.trim().toLowerCase() } },
      req,
    });
    // The shell's own refusal of a second account is in English.
    if (totalDocs > 0)
      throw new APIError(`${email} 已经有账号：请换一个电子邮件，或者在账号列表里找到它再改。`, 409, null, true);
  }
  return args;
};
