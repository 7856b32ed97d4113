import type { Config, DatabaseAdapter } from 'payload';
import { systemClock, type Clock } from '../../campaigns/ports/clock.ts';
import { createChainStore } from './chain-store.ts';
import { auditFolder } from './checkpoint.ts';
import { createCheckpointWriter } from './checkpoint-writer.ts';
import { ensureKey } from './key.ts';
import { createTrail } from './trail.ts';
import { keepTrail } from './trail-of.ts';
import { watchDatabase } from './watch-database.ts';

export interface AuditPlace {
  dataDir: string;
  /** A second place for checkpoints, best on another machine. */
  checkpointDir: string | null;
  clock?: Clock;
}

/** The database of the CMS with everybody's changes recorded. */
export function auditedDatabase(
  adapter: Config['db'],
  { dataDir, checkpointDir, clock = systemClock }: AuditPlace,
): Config['db'] {
  return {
    ...adapter,
    init(args) {
      const made = adapter.init(args);
      // Payload's own type for it lacks what `getPayload` adds afterwards.
      const db = made as unknown as DatabaseAdapter;
      let known: Buffer | null = null;
      const key = () => (known ??= ensureKey(dataDir));
      const folders = [auditFolder(dataDir), ...(checkpointDir ? [checkpointDir] : [])];
      const checkpoints = createCheckpointWriter({
        folders,
        key,
        clock,
        complain: (message) => db.payload.logger.error(message),
      });
      // Bound before the methods are replaced: writing a row of the trail is not itself an act.
      const plain = Object.create(db, {
        create: { value: db.create.bind(db) },
        find: { value: db.find.bind(db) },
      }) as DatabaseAdapter;
      const trail = createTrail({ store: createChainStore(plain), checkpoints, key, clock });
      keepTrail(db, trail);
      watchDatabase(db, trail);
      flushAtEnd(db, trail.flush);
      return made;
    },
  };
}

const open = new Set<() => void>();
// However the process ends, short of being killed.
process.on('exit', () => open.forEach((flush) => flush()));

function flushAtEnd(db: DatabaseAdapter, flush: () => void): void {
  const { destroy } = db;
  open.add(flush);
  db.destroy = async function flushed(this: DatabaseAdapter) {
    open.delete(flush);
    flush();
    await destroy?.call(this);
  };
}
