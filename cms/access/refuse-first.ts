import { Forbidden, type CollectionBeforeOperationHook } from 'payload';
import { can } from './can.ts';
import { personOf } from './person-of.ts';
import type { Guarded } from './table.ts';

/**
 * Refuses a file before anybody looks into it: the shell asks for the right to create only after the hooks that read
 * the file, so a stranger could keep the machine busy with pictures. To be the first hook of a collection with files.
 */
export const refuseFirst =
  (collection: Guarded): CollectionBeforeOperationHook =>
  ({ args, operation, overrideAccess, req }) => {
    if (
      operation === 'create' &&
      overrideAccess !== true &&
      req.payloadAPI === 'REST' &&
      can(personOf(req), 'create', collection) === null
    )
      throw new Forbidden(req.t);
    return args;
  };
