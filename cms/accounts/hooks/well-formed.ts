import { APIError, type CollectionBeforeOperationHook } from 'payload';
import { z } from 'zod';

const text = z.string().nullish();
/** What an account is made of. The shell works on these before it looks whether they are what they should be; the present password is looked at by `ask-again`. */
const account = z.looseObject({ name: text, email: text, password: text, roles: z.array(z.string()).nullish() });

/** Refuses accounts whose name, address or password is no text, or whose roles are no list: 400 instead of a fault. */
export const wellFormed: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (
    (operation === 'create' || operation === 'update') &&
    !account.safeParse(('data' in args ? args.data : null) ?? {}).success
  ) {
    throw new APIError('姓名、电子邮件和密码应是文字，职责应是一列：请核对以后再试，没有保存。', 400, null, true);
  }
  return args;
};
