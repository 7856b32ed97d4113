import type { DatabaseSync } from 'node:sqlite';
import { MongoClient } from 'mongodb';
import { openDatabase } from '../../sqlite/open-database.ts';
import type { AuditRow } from '../row.ts';
import { mongoCollection } from '../verify/mongodb-rows.ts';

/** The rows as somebody with the database in hand reads and writes them, past the product. */
export interface RawTable {
  all(): Promise<AuditRow[]>;
  replace(rows: readonly AuditRow[]): Promise<void>;
  close(): Promise<void>;
}

const columns: Record<keyof AuditRow, string> = {
  id: 'id',
  seq: 'seq',
  at: 'at',
  said: 'said',
  phase: 'phase',
  intent: 'intent',
  actorId: 'actor_id',
  actorName: 'actor_name',
  actorRoles: 'actor_roles',
  ip: 'ip',
  agent: 'agent',
  api: 'api',
  act: 'act',
  target: 'target',
  rowId: 'row_id',
  title: 'title',
  reason: 'reason',
  changes: 'changes',
  prev: 'prev',
  hash: 'hash',
  seal: 'seal',
};

export async function sqliteTable(file: string): Promise<RawTable> {
  const names = Object.keys(columns) as (keyof AuditRow)[];
  const open = <T>(work: (db: DatabaseSync) => T): T => {
    const db = openDatabase(file);
    try {
      return work(db);
    } finally {
      db.close();
    }
  };
  return {
    all: async () =>
      open(
        (db) =>
          db
            .prepare(
              `SELECT ${names.map((name) => `${columns[name]} AS "${name}"`).join(', ')} FROM audit ORDER BY seq`,
            )
            .all()
            .map((row) => ({ ...row })) as unknown as AuditRow[],
      ),
    replace: async (rows) =>
      open((db) => {
        db.exec('BEGIN; DELETE FROM audit;');
        const insert = db.prepare(
          `INSERT INTO audit (${names.map((name) => columns[name]).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        );
        for (const row of rows) insert.run(...names.map((name) => row[name]));
        db.exec('COMMIT');
      }),
    close: async () => undefined,
  };
}

export async function mongoTable(url: string): Promise<RawTable> {
  const client = await MongoClient.connect(url);
  const table = client.db().collection<Omit<AuditRow, 'id'> & { _id: string }>(mongoCollection);
  return {
    all: async () => (await table.find().sort({ seq: 1 }).toArray()).map(({ _id, ...row }) => ({ ...row, id: _id })),
    async replace(rows) {
      await table.deleteMany({});
      if (rows.length > 0) await table.insertMany(rows.map(({ id, ...row }) => ({ ...row, _id: id })));
    },
    close: () => client.close(),
  };
}
