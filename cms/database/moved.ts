import type { Payload } from 'payload';

type Db = Pick<Payload, 'db'>;

interface Sqlite {
  client?: { opened?: number; execute(sql: string): Promise<{ rows: { [column: string]: unknown }[] }> };
}
interface Mongo {
  connection?: {
    db?: {
      command(
        what: object,
      ): Promise<{ lastWrite?: { opTime?: { ts?: { toString(): string }; t?: { toString(): string } } } }>;
    };
  };
}

/**
 * A name for the state of the whole database: whatever is read after asking for it is at least as new, and as long as the
 * name is the same nobody has written anything, in this process or any other. Null: the database cannot tell.
 *
 * SQLite: what this connection has changed (`total_changes`) and how often others have (`data_version`, which is true for
 * one connection; so the connection's number is part of it). MongoDB: the last write of the replica set, which also
 * writes by itself every ten seconds; a single server has none and cannot tell.
 */
export async function databaseState({ db }: Db): Promise<string | null> {
  if (db.name === 'mongoose') {
    const optime = (await (db as unknown as Mongo).connection?.db?.command({ hello: 1 }))?.lastWrite?.opTime;
    return optime?.ts ? `${optime.ts.toString()} ${optime.t?.toString() ?? ''}` : null;
  }
  const { client } = db as unknown as Sqlite;
  const answer = await client?.execute(
    'SELECT total_changes() AS own, data_version AS others FROM pragma_data_version',
  );
  const row = answer?.rows[0];
  return row ? `${client?.opened ?? 0} ${String(row.own)} ${String(row.others)}` : null;
}

/**
 * Asks again only when something has been written since the last answer.
 * @param ask depends on nothing but the database
 * @throws what `ask` throws; that is not remembered
 */
export function whenMoved<T>(source: Db, ask: () => Promise<T>): () => Promise<T> {
  let known: { state: string; value: T } | null = null;
  return async () => {
    const state = await databaseState(source);
    if (known && known.state === state) return known.value;
    const value = await ask();
    known = state === null ? null : { state, value };
    return value;
  };
}
