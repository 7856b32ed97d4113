import type { Access, CollectionConfig, Where } from 'payload';
import { can } from './can.ts';
import { personOf } from './person-of.ts';
import { approvals, type Act, type Guarded } from './table.ts';

/** What makes a row a person's own. */
const owner: Partial<Record<Guarded, (id: string) => Where>> = {
  users: (id) => ({ id: { equals: id } }),
  'sign-ins': (id) => ({ person: { equals: id } }),
  'payload-locked-documents': (id) => ({ 'user.value': { equals: id } }),
  'payload-preferences': (id) => ({ 'user.value': { equals: id } }),
  delegations: (id) => ({ user: { equals: id } }),
  // A story without an author (imported, or of somebody who left) may be taken up by any author.
  stories: (id) => ({ or: [{ createdBy: { equals: id } }, { createdBy: { exists: false } }] }),
};

/** Rows that nobody has approved yet. */
const open = (collection: Guarded): Where | false => {
  const approval = approvals[collection];
  return approval
    ? { [approval.through ? `${approval.through}.${approval.field}` : approval.field]: { not_equals: approval.is } }
    : false;
};

const rule =
  (act: Act, collection: Guarded): Access =>
  ({ req }) => {
    const person = personOf(req);
    const scope = can(person, act, collection);
    if (scope === null || person === null) return false;
    if (scope === 'any') return true;
    // What is not there yet has no state: `keep-approved.ts` asks the parent.
    if (scope === 'open') return act === 'create' || open(collection);
    return owner[collection]?.(person.id) ?? false;
  };

/** The access block of a collection, read from the table. */
export function access(collection: Guarded): NonNullable<CollectionConfig['access']> {
  return {
    create: rule('create', collection),
    read: rule('read', collection),
    readVersions: rule('read', collection),
    update: rule('update', collection),
    delete: rule('delete', collection),
  };
}
