import type { Person } from './person.ts';
import { table, type Act, type Guarded, type Scope } from './table.ts';

/** The widest right that any of a person's roles gives, or null when none does (also for nobody). */
export function can(person: Pick<Person, 'roles'> | null | undefined, act: Act, collection: Guarded): Scope | null {
  const scopes = (person?.roles ?? []).map((role) => {
    const rights: Partial<Record<Act, Scope>> = table[collection][role];
    return rights[act];
  });
  if (scopes.includes('any')) return 'any';
  if (scopes.includes('open')) return 'open';
  return scopes.includes('own') ? 'own' : null;
}
