import type { CollectionConfig, FieldAccess } from 'payload';
import { access } from '../access/access.ts';
import { personOf } from '../access/person-of.ts';
import { roleNames, roles } from '../access/roles.ts';
import { accountEndpoints } from '../accounts/endpoints/index.ts';
import { askAgain } from '../accounts/hooks/ask-again.ts';
import { guardName } from '../accounts/hooks/guard-name.ts';
import { endOldSessions, forgetAccount, guardPassword } from '../accounts/hooks/guard-password.ts';
import { refuseStrangers } from '../accounts/hooks/refuse-strangers.ts';
import { wellFormed } from '../accounts/hooks/well-formed.ts';
import { beginSignIn } from '../accounts/sign-in/begin.ts';
import { closeSession, openSession, tellRecovery } from '../accounts/sign-in/finish.ts';
import { tellStep } from '../accounts/sign-in/said.ts';
import { takeSteps } from '../accounts/sign-in/steps.ts';
import { idField } from '../fields/id-field.ts';

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
    // Never reached: the desk compares passwords itself and makes strangers wait (accounts/sign-in). The shell's own lock would
    // be everybody's, the owner's too.
    maxLoginAttempts: 50,
    lockTime: 15 * 60 * 1000,
    cookies: { sameSite: 'Lax' },
  },
  access: {
    ...access('users'),
    admin: ({ req }) => personOf(req) !== null,
    unlock: ({ req }) => personOf(req)?.roles.includes('admin') ?? false,
  },
  hooks: {
    beforeOperation: [refuseStrangers, wellFormed, beginSignIn],
    beforeLogin: [takeSteps],
    afterLogin: [openSession],
    afterLogout: [closeSession],
    afterOperation: [tellRecovery],
    beforeChange: [guardPassword, askAgain, guardName],
    afterChange: [endOldSessions],
    afterDelete: [forgetAccount],
    afterError: [tellStep],
  },
  endpoints: accountEndpoints,
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
    {
      name: 'currentPassword',
      label: '您现在的密码',
      type: 'text',
      // Never kept, so there is nothing to read; a field nobody may read would not be drawn in the form either.
      virtual: true,
      admin: {
        disableListColumn: true,
        disableListFilter: true,
        description: '改姓名、电子邮件、职责或密码时要填；改别人的账号也填您自己的。',
        components: { Field: '/admin/account/AskAgain.tsx#AskAgain' },
      },
    },
    // Set with every password that somebody else gave out; lifted by the person's own.
    {
      name: 'mustChangePassword',
      label: '下次登录要改密码',
      type: 'checkbox',
      defaultValue: false,
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
    },
  ],
};
