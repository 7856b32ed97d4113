import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import { asOneTurn, isOneTurn } from './fair-turns.ts';

/** What the framework writes with. */
export const writes = [
  'create', 'createGlobal', 'createGlobalVersion', 'createVersion', 'updateOne', 'updateMany', 'updateGlobal', 'updateGlobalVersion', 'updateVersion', 'updateJobs', 'upsert',
  'deleteOne', 'deleteMany', 'deleteVersions',
] as const;

/**
 * Every write of the adapter as one turn, one after another. It is a row and then its lists, statement by statement, in no
 * transaction: whoever came between them would read a campaign without its phases, or write the same list beside it.
 */
export function undividedWrites(db: SQLiteAdapter): void {
  let last: Promise<unknown> = Promise.resolve();
  for (const name of writes) {
    const original: unknown = Reflect.get(db, name);
    if (typeof original !== 'function') continue;
    Reflect.set(db, name, function undivided(this: SQLiteAdapter, ...args: unknown[]) {
      const write = () => Promise.resolve(Reflect.apply(original, this, args));
      // A write that is part of another one.
      if (isOneTurn()) return write();
      const mine = last.then(() => asOneTurn(write));
      last = mine.catch(() => undefined);
      return mine;
    });
  }
}
