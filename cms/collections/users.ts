import { APIError, type CollectionConfig, type FieldAccess, type PayloadRequest } from 'payload';
import { access } from '../access/access.ts';
import { personOf } from '../access/person-of.ts';
import { roleNames, roles } from '../access/roles.ts';
import { idField } from './id-field.ts';

const onlyAdmins: FieldAccess = ({ req }) => personOf(req)?.roles.includes('admin') ?? false;

/** Longer than what can be guessed in the tries that the lock allows. */
const minPassword = 10;

/** The shell's own refusal of a second account is in English. */
async function taken(req: PayloadRequest, email: string): Promise<boolean> {
  const { totalDocs } = await req.payload.count({ collection: 'users', where: { email: { equals: email.trim().toLowerCase() } }, req });
  return totalDocs > 0;
}

/** Staff accounts. The first one is made on the command line; after that only an administrator opens accounts. */
export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: '账号', plural: '账号' },
  admin: {
    group: '站务',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles'],
    description: '一人一号；一个人可以兼几种职责，但同一篇稿件的三次审核必须是三个人。',
  },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 5,
    lockTime: 15 * 60 * 1000,
    cookies: { sameSite: 'Lax' },
  },
  access: {
    ...access('users'),
    admin: ({ req }) => personOf(req) !== null,
    unlock: ({ req }) => personOf(req)?.roles.includes('admin') ?? false,
  },
  hooks: {
    beforeOperation: [
      async ({ args, operation, req }) => {
        // Payload lets a stranger register while no account exists; ours is made by a script.
        if (operation === 'create' && req.payloadAPI === 'REST' && !req.user) {
          throw new APIError('账号只能由管理员开设：第一个管理员请在服务器上用 chengxin 命令创建。', 403);
        }
        const { email, password } = ('data' in args ? (args.data ?? {}) : {}) as { email?: unknown; password?: unknown };
        const sets = operation === 'create' || operation === 'update' || operation === 'resetPassword';
        if (sets && typeof password === 'string' && password !== '' && req.payloadAPI === 'REST' && [...password].length < minPassword) {
          throw new APIError(`密码太短：至少要${minPassword}个字符。`, 422, null, true);
        }
        if (operation === 'create' && typeof email === 'string' && (await taken(req, email))) {
          throw new APIError(`${email} 已经有账号：请换一个电子邮件，或者在账号列表里找到它再改。`, 409, null, true);
        }
        return args;
      },
    ],
  },
  fields: [
    idField,
    { name: 'name', label: '姓名', type: 'text', required: true, admin: { description: '审签记录里显示的名字。' } },
    {
      name: 'roles',
      label: '职责',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['author'],
      options: roleNames.map((value) => ({ value, label: roles[value] })),
      access: { create: onlyAdmins, update: onlyAdmins },
      admin: { description: '只有管理员可以改。' },
    },
    // Set with every password that somebody else gave out; lifted by the person's own.
    { name: 'mustChangePassword', label: '下次登录要改密码', type: 'checkbox', defaultValue: false, access: { create: () => false, update: () => false }, admin: { hidden: true } },
  ],
};
