import type { Person } from '../access/person.ts';

/** 终审 answers for what is out, 管理员 for the accounts on the platforms: they may enter into the ledger. */
export const mayEnter = (person: Pick<Person, 'roles'>): boolean =>
  person.roles.some((role) => role === 'signer' || role === 'admin');
