import type { CollectionSlug, Config, DatabaseAdapter, PayloadRequest } from 'payload';
import { refuseMade } from './make-once.ts';

interface Insert {
  collection?: string;
  data?: { id?: unknown };
  req?: Partial<PayloadRequest>;
}

/**
 * Two tries of one form that ran side by side (in two processes): the later insert fails at whichever key the database
 * looks at first, and is told the same as one that came afterwards.
 */
export function watchCreates(adapter: Config['db']): Config['db'] {
  return {
    ...adapter,
    init(args) {
      const made = adapter.init(args);
      const original = Reflect.get(made, 'create') as (this: DatabaseAdapter, args: Insert) => Promise<unknown>;
      Reflect.set(made, 'create', async function watched(this: DatabaseAdapter, args: Insert) {
        const form = args.req?.context?.formRow;
        if (!form || form.collection !== args.collection || form.id !== args.data?.id) return original.call(this, args);
        try {
          return await original.call(this, args);
        } catch (error) {
          await refuseMade(args.req as PayloadRequest, form.collection as CollectionSlug, form.id);
          throw error;
        }
      });
      return made;
    },
  };
}
