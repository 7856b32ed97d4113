import { setTimeout as sleep } from 'node:timers/promises';
import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql';
import type { DatabaseAdapterObj } from 'payload';
import { hold } from '../sqlite/held.ts';
import { takeTurns } from './fair-turns.ts';
import { soundRows } from './sound-rows.ts';
import { undividedWrites } from './undivided-writes.ts';
import { soundJson } from './sound-json.ts';

type Client = SQLiteAdapter['client'];
/** `opened`: how many connections it has had so far. */
export type GuardedClient = Client & { readonly opened: number };

/** How long a statement is tried again before its SQLITE_BUSY is passed on. */
const patienceMs = 60_000;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
/** True for a statement that only reads. */
const reads = (statement: unknown): boolean =>
  /^\s*select/i.test(typeof statement === 'string' ? statement : String((statement as { sql?: unknown } | null)?.sql));
/** The disk is full or broken: whatever was under way is in the same doubt as after a SQLITE_BUSY. */
const isDiskTrouble = (error: unknown): boolean => /^SQLITE_(FULL|IOERR)/.test(codeOf(error));
const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');

/**
 * A libsql client that survives other writers. After one SQLITE_BUSY the library leaves its connection inside an open
 * transaction: later writes report success and are never committed (met and measured, docs/decisions). So a connection
 * that was busy is closed, which rolls it back, and the statement runs again on a new one with the same settings.
 * @param open makes a raw client
 * @param pragmas run on every new connection
 */
export function guardClient(
  open: () => Client,
  pragmas: readonly string[],
  onBusy: () => void = () => {},
): GuardedClient {
  let raw: Client | null = null;
  let opening: Promise<Client> | null = null;
  let closed = false;
  let opened = 0;

  const prepare = async (client: Client) => {
    for (const pragma of pragmas) await client.execute(pragma);
    return client;
  };
  const connect = async () => {
    const fresh = open();
    try {
      raw = await prepare(fresh);
      opened += 1;
      return raw;
    } catch (error) {
      fresh.close();
      throw error;
    }
  };
  const connected = () =>
    raw ??
    (opening ??= connect().finally(() => {
      opening = null;
    }));
  const drop = (client: Client) => {
    onBusy();
    if (raw === client) raw = null;
    if (!client.closed) client.close();
  };

  const insist = async <T>(call: (client: Client) => Promise<T>): Promise<T> => {
    const until = performance.now() + patienceMs;
    for (let wait = 2; ; wait = Math.min(wait * 2, 200)) {
      let used: Client | null = null;
      try {
        used = await connected();
        return await call(used);
      } catch (error) {
        // Closed under us: a neighbour's statement had met the busy connection first.
        const mayTryAgain = isBusy(error) || codeOf(error) === 'CLIENT_CLOSED';
        if (used && (isBusy(error) || isDiskTrouble(error))) drop(used);
        if (!mayTryAgain || closed || performance.now() > until) throw error;
        await sleep(wait * (0.5 + Math.random()));
      }
    }
  };

  return {
    execute: (...args: unknown[]) =>
      (reads(args[0]) ? takeTurns() : Promise.resolve()).then(() =>
        insist((client) => Reflect.apply(client.execute, client, args)),
      ),
    batch: (stmts, mode) => insist((client) => client.batch(stmts, mode)),
    migrate: (stmts) => insist((client) => client.migrate(stmts)),
    // Several statements without a transaction: a part may be done, so never repeated by itself.
    executeMultiple: async (sql) => (await connected()).executeMultiple(sql),
    transaction: (mode?: 'write' | 'read' | 'deferred') =>
      insist(async (client) => {
        const transaction = await (mode ? client.transaction(mode) : client.transaction());
        // The client has given its connection away and opens another one, which has no settings yet.
        await prepare(client);
        return transaction;
      }),
    sync: async () => (await connected()).sync(),
    close() {
      closed = true;
      raw?.close();
    },
    get closed() {
      return closed;
    },
    get opened() {
      return opened;
    },
    protocol: 'file',
  };
}

/**
 * Payload's SQLite adapter on such a client; settings (`wal`, `busyTimeout`) are taken from the adapter. While it is open
 * no other door in this process leads to the file (`cms/sqlite/held.ts`); `destroy` really closes it.
 */
export function guardedSqlite(
  adapter: DatabaseAdapterObj<SQLiteAdapter>,
  onBusy?: () => void,
): DatabaseAdapterObj<SQLiteAdapter> {
  return {
    ...adapter,
    init(args) {
      const db = adapter.init(args);
      soundRows(db);
      undividedWrites(db);
      const { connect, destroy, init: makeTables } = db;
      let letGo = () => {};
      db.init = async function made(this: SQLiteAdapter) {
        await makeTables?.call(this);
        soundJson(this);
      };
      db.connect = async function guarded(this: SQLiteAdapter, options) {
        if (!this.client) {
          letGo = hold(this.clientConfig.url);
          this.client = guardClient(() => drizzle({ connection: this.clientConfig }).$client, pragmasOf(this), onBusy);
        }
        return connect?.call(this, options);
      };
      db.destroy = async function closed(this: SQLiteAdapter) {
        await destroy?.call(this);
        // The framework forgets the connection without closing it.
        this.client?.close();
        Reflect.set(this, 'client', undefined);
        letGo();
      };
      return db;
    },
  };
}

function pragmasOf({ busyTimeout, wal }: SQLiteAdapter): string[] {
  const pragmas = [`PRAGMA busy_timeout = ${busyTimeout}`];
  if (!wal) return pragmas;
  return [
    ...pragmas,
    `PRAGMA synchronous = ${wal.synchronous}`,
    `PRAGMA journal_size_limit = ${wal.journalSizeLimit}`,
    'PRAGMA journal_mode = WAL',
  ];
}
