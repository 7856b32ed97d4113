import type { Payload } from 'payload';

/** What was asked of the database: questions and acts, and how many rows it looked at or gave. */
export interface Work {
  questions: number;
  rows: number;
}

interface Sqlite {
  client: { execute(...args: unknown[]): Promise<{ rows: unknown[] }> };
}
interface Mongo {
  connection: {
    db: {
      admin(): {
        command(what: object): Promise<{
          metrics: { queryExecutor: { scanned: number; scannedObjects: number } };
          opcounters: Record<string, number>;
          transactions?: unknown;
        }>;
      };
    };
  };
}

/**
 * Counts from now on. On SQLite the rows that it gave (it does not say how many it looked at: that is in the processor
 * time, for it runs in this process); on MongoDB the documents and index entries that the server looked at.
 */
export async function countWork({ db }: Payload): Promise<() => Promise<Work>> {
  if (db.name === 'mongoose') {
    const read = async () => {
      const { metrics, opcounters } = await (db as unknown as Mongo).connection.db.admin().command({ serverStatus: 1 });
      const asked = ['query', 'insert', 'update', 'delete', 'getmore', 'command'].reduce(
        (sum, name) => sum + Number(opcounters[name] ?? 0),
        0,
      );
      return { questions: asked, rows: metrics.queryExecutor.scannedObjects + metrics.queryExecutor.scanned };
    };
    const before = await read();
    return async () => {
      const now = await read();
      return { questions: now.questions - before.questions - 1, rows: now.rows - before.rows };
    };
  }
  const { client } = db as unknown as Sqlite;
  const work: Work = { questions: 0, rows: 0 };
  const execute = client.execute.bind(client);
  client.execute = async (...args) => {
    const answer = await execute(...args);
    work.questions += 1;
    work.rows += answer.rows.length;
    return answer;
  };
  return async () => {
    client.execute = execute;
    return work;
  };
}
