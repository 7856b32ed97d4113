import type { Payload } from 'payload';
import { memorySchema, type Memory } from '../../campaigns/alarms/notices.ts';
import { insertRow } from '../database/insert-once.ts';

const prefix = 'alarms.minute.';
const keyOf = (way: string) => `alarms.told.${way}`;

/** What one way of telling has told so far; kept in the database, so that a restart repeats nothing. */
export interface AlarmMemory {
  read(way: string): Promise<Memory>;
  write(way: string, memory: Memory): Promise<void>;
  /**
   * True for exactly one of all processes that ask for the same minute: it tells, the others rest.
   * Rule: unique keys do the locking (docs/decisions/002).
   */
  takeMinute(now: Date): Promise<boolean>;
}

export function createAlarmMemory({ kv, db }: Pick<Payload, 'kv' | 'db'>): AlarmMemory {
  return {
    async read(way) {
      const parsed = memorySchema.safeParse(await kv.get(keyOf(way)));
      // Nothing yet, or not ours: better told once more than not at all.
      return parsed.success ? parsed.data : {};
    },
    write: (way, memory) => kv.set(keyOf(way), memory),
    async takeMinute(now) {
      const key = `${prefix}${Math.floor(now.getTime() / 60_000)}`;
      if (!(await insertRow(db, 'payload-kv', 'key', { key, data: {} }))) return false;
      await db.deleteMany({
        collection: 'payload-kv',
        where: { and: [{ key: { like: prefix } }, { key: { not_equals: key } }] },
      });
      return true;
    },
  };
}
