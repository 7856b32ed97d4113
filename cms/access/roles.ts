/** The hats a person may wear; one person may wear several. */
export const roles = {
  author: '采编',
  reviewer1: '初审',
  reviewer2: '复审',
  signer: '终审',
  secrecy: '保密审查',
  admin: '管理员',
  auditor: '审计',
} as const;

export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as Role[];
