import type { Access, GlobalConfig } from 'payload';
import { personOf } from './person-of.ts';
import { globalRights, type GuardedGlobal } from './table.ts';

/** The access block of a global, read from the table. */
export function globalAccess(slug: GuardedGlobal): NonNullable<GlobalConfig['access']> {
  const rule =
    (act: 'read' | 'update'): Access =>
    ({ req }) =>
      personOf(req)?.roles.some((role) => globalRights(slug, role).includes(act)) ?? false;
  return { read: rule('read'), readVersions: rule('read'), update: rule('update') };
}
