import { can } from '../../access/can.ts';
import type { Person } from '../../access/person.ts';

/** Who may say of a reprint's source that it stands, was changed or is gone: everybody who works with stories; whoever only checks the others may not. */
export const mayLookAtSources = (person: Pick<Person, 'roles'>): boolean =>
  can(person, 'read', 'stories') !== null && !person.roles.every((role) => role === 'auditor');
