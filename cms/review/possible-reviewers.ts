import type { Payload } from 'payload';
import type { Person } from '../access/person.ts';
import { holderOf } from './acts/reassign.ts';
import type { CaseFile } from '../story/case-file.ts';
import { judge } from './machine.ts';

export type PossibleReviewer = Person;

/** Those to whom this person may give the waiting review now, by name. */
export async function peopleToReview(payload: Payload, file: CaseFile, person: Person): Promise<PossibleReviewer[]> {
  const role = holderOf[file.stage];
  if (!role) return [];
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: [role] } },
    sort: 'name',
    depth: 0,
    pagination: false,
  });
  return docs
    .map(({ id, name, roles }) => ({ id, name, roles }))
    .filter((to) => judge('reassign', file, person, '', { to }).ok);
}
