import type { GlobalConfig } from 'payload';
import { personOf } from '../access/person-of.ts';
import { roleNames, roles } from '../access/roles.ts';
import { globalAccess } from '../access/global-access.ts';
import { endUnprotected } from './end-unprotected.ts';

/** 登录规则: which roles must confirm a log-in with their phone. */
export const loginRules: GlobalConfig = {
  slug: 'login-rules',
  label: '登录规则',
  admin: {
    group: '站务',
    description: '谁登录时必须用手机验证码确认。',
    hideAPIURL: true,
    hidden: ({ user }) => !personOf({ user })?.roles.includes('admin'),
  },
  access: globalAccess('login-rules'),
  lockDocuments: false,
  hooks: { afterChange: [endUnprotected] },
  fields: [
    {
      name: 'secondFactorRoles',
      label: '必须开启两步验证的职责',
      type: 'select',
      hasMany: true,
      options: roleNames.map((value) => ({ value, label: roles[value] })),
      admin: { description: '保存后，有这些职责而还没有开启的人会退出登录，下次登录时当场开启。留空就是各人自愿。' },
    },
  ],
};
