import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload';
import { systemClock } from '../../campaigns/ports/clock.ts';

/** When a row was made and changed is the server's to say, whoever asks; and so is when it was thrown away. */
const dropTimes: CollectionBeforeOperationHook = ({ args, operation, overrideAccess }) => {
  if (
    (operation !== 'create' && operation !== 'update') ||
    overrideAccess === true ||
    !('data' in args) ||
    typeof args.data !== 'object' ||
    args.data === null
  )
    return args;
  const { createdAt: _, updatedAt: __, ...data } = args.data as Record<string, unknown>;
  if (data.deletedAt !== undefined && data.deletedAt !== null) data.deletedAt = systemClock.now().toISOString();
  return { ...args, data };
};

export const withServerTimes = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [dropTimes, ...(collection.hooks?.beforeOperation ?? [])] },
});
