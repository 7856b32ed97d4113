import type { Role } from './roles.ts';

/** The part of a signed-in account that rules look at. */
export interface Person {
  id: string;
  name: string;
  roles: Role[];
}
