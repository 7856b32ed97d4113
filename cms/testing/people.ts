import type { Payload } from 'payload';
import type { Person } from '../access/person.ts';
import type { Role } from '../access/roles.ts';

let count = 0;

/** A staff account with these roles. */
export async function person(payload: Payload, ...roles: Role[]): Promise<Person> {
  count += 1;
  const name = `示例${roles.join('与')}${count}`;
  const user = await payload.create({
    collection: 'users',
    data: { name, roles, email: `p${count}-${Date.now()}@example.org`, password: 'correct horse battery' } as never,
  });
  return { id: user.id, name, roles };
}

/** The account as the Local API wants it for `overrideAccess: false`. */
export const asUser = (who: Person): never => ({ ...who, collection: 'users' }) as never;
