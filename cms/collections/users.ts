import { APIError, type CollectionConfig, type FieldAccess } from 'payload';
import { access } from '../access/access.ts';
import { personOf } from '../access/person-of.ts';
import { roleNames, roles } from '../access/roles.ts';
import { idField } from './id-field.ts';

const onlyAdmins: FieldAccess = ({ req }) => personOf(req)?.roles.includes('admin') ?? false;

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
      ({ args, operation, req }) => {
        // Payload lets a stranger register while no account exists; ours is made by a script.
        if (operation === 'create' && req.payloadAPI === 'REST' && !req.user) {
          throw new APIError('账号只能由管理员开设：第一个管理员请在服务器上用 chengxin 命令创建。', 403);
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
  ],
};
