import type { CollectionBeforeOperationHook, Payload } from 'payload';
import { access } from './access.ts';
import { table, type Guarded } from './table.ts';

/** A lock or a preference is whose request it is, and of now, whatever it says. */
const ownName: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (
    (operation !== 'create' && operation !== 'update') ||
    overrideAccess === true ||
    !req.user ||
    !('data' in args) ||
    typeof args.data !== 'object' ||
    args.data === null
  )
    return args;
  const { createdAt: _, updatedAt: __, ...data } = args.data as Record<string, unknown>;
  return { ...args, data: { ...data, user: { relationTo: req.user.collection, value: req.user.id } } };
};

const carriesAUser: readonly string[] = ['payload-locked-documents', 'payload-preferences'];

/**
 * Puts the shell's own collections under the table. The shell adds them after ours and leaves no place for rules of
 * others, so that they are ruled when the CMS comes up.
 */
export function ruleFrameworkRows(payload: Payload): void {
  for (const { config } of Object.values(payload.collections)) {
    if (!config.slug.startsWith('payload-') || !(config.slug in table)) continue;
    Object.assign(config.access, access(config.slug as Guarded));
    if (carriesAUser.includes(config.slug))
      config.hooks.beforeOperation = [ownName, ...(config.hooks.beforeOperation ?? [])];
  }
}
