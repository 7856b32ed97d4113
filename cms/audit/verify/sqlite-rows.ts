import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '../../sqlite/open-database.ts';
import type { RawRow } from './row-problem.ts';
import type { RowSource } from './row-source.ts';

const page = 1000;
const columns =
  'id, seq, at, said, phase, intent, actor_id AS actorId, actor_name AS actorName, actor_roles AS actorRoles, ip, agent, api, act, target, row_id AS rowId, title, reason, changes, prev, hash, seal';

/** The rows of a SQLite file, read beside whoever writes it; null when there is no such file. */
export function sqliteRows(file: string): RowSource | null {
  if (!existsSync(file)) return null;
  // Nobody has it open: read as it lies there, so that SQLite does not put files of its own beside it.
  const address = pathToFileURL(file);
  if (!existsSync(`${file}-wal`)) address.searchParams.set('immutable', '1');
  const db = openDatabase(address, { readOnly: true });
  const isThere = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'audit'").get() !== undefined;
  let last = 0;
  return {
    *rows() {
      if (!isThere) return;
      // By pages: one long statement would hold back the writer's clean-up.
      const read = db.prepare(`SELECT ${columns} FROM audit WHERE seq > ? ORDER BY seq LIMIT ${page}`);
      for (;;) {
        const rows = read.all(last) as RawRow[];
        for (const row of rows) {
          if (typeof row.seq === 'number') last = row.seq;
          yield row;
        }
        if (rows.length < page || typeof rows.at(-1)?.seq !== 'number') return;
      }
    },
    strays: async () =>
      isThere
        ? Number(
            db
              .prepare(
                "SELECT count(*) AS n FROM audit WHERE seq IS NULL OR seq < 1 OR typeof(seq) NOT IN ('integer', 'real')",
              )
              .get()?.n,
          )
        : 0,
    close: async () => db.close(),
  };
}
