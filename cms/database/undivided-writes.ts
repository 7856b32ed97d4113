import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import { asOneTurn } from './fair-turns.ts';

/** What the framework writes with. */
export const writes = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'updateOne',
  'updateMany',
  'updateGlobal',
  'updateGlobalVersion',
  'updateVersion',
  'updateJobs',
  'upsert',
  'deleteOne',
  'deleteMany',
  'deleteVersions',
] as const;

/**
 * Every write of the adapter as one turn, one after another. It is a row and then its lists, statement by statement, in no
 * transaction: whoever came between them would read a campaign without its phases, or write the same list beside it.
 */
export function undividedWrites(db: SQLiteAdapter): void {
  for (const name of writes) {
    const original: unknown = Reflect.get(db, name);
    if (typeof original !== 'function') continue;
    Reflect.set(db, name, function undivided(this: SQLiteAdapter, ...args: unknown[]) {
      return asOneTurn(() => Promise.resolve(Reflect.apply(original, this, args)));
    });
  }
}
