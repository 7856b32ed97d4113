import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { within } from '../../.config/patience.ts';
import { findMongod } from './find-mongod.ts';
import { holdPorts } from './ports.ts';

export type TestMongod =
  | { url: string; how: string /** Null for a server that was given. */; pid: number | null; stop(): Promise<void> }
  | { missing: string };

/**
 * A real MongoDB for tests: `MONGODB_TEST_URL` when given, else a one-node replica set of its own on 127.0.0.1 with a
 * temporary folder. `url` names a database of its own; `missing` is the Chinese sentence to print when there is none.
 */
export async function startMongod(): Promise<TestMongod> {
  const given = process.env.MONGODB_TEST_URL;
  if (given) return { url: given, how: 'MONGODB_TEST_URL', pid: null, stop: async () => {} };
  const found = await findMongod();
  if ('missing' in found) return found;
  const {
    ports: [port = 0],
    release,
  } = await holdPorts(1);
  const dbpath = await mkdtemp(join(tmpdir(), 'chengxin-mongod-'));
  const args = [
    '--dbpath',
    dbpath,
    '--port',
    String(port),
    '--bind_ip',
    '127.0.0.1',
    '--replSet',
    'rs0',
    '--nounixsocket',
    '--wiredTigerCacheSizeGB',
    '0.25',
    '--logpath',
    join(dbpath, 'log'),
  ];
  const child = spawn(found.file, args, { stdio: 'ignore' });
  const stop = async () => {
    await end(child);
    release();
    await rm(dbpath, { recursive: true, force: true });
  };
  try {
    await initiate(port, child);
  } catch (error) {
    await stop();
    // It is there and did not start: that is no machine without MongoDB, and nothing may pass as tested on it.
    throw new Error(`${found.how}启动失败：${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  return {
    url: `mongodb://127.0.0.1:${port}/chengxin-test?replicaSet=rs0`,
    how: found.how,
    pid: child.pid ?? null,
    stop,
  };
}

async function initiate(port: number, child: ChildProcess): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: within(20_000),
  });
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('进程退出了')));
  const ready = async () => {
    const admin = client.db('admin');
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } });
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) await sleep(20);
  };
  try {
    await Promise.race([ready(), gone]);
  } finally {
    gone.catch(() => undefined);
    await client.close();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  child.kill('SIGCONT');
  const hard = setTimeout(() => child.kill('SIGKILL'), within(10_000));
  await gone;
  clearTimeout(hard);
}

// As a program (for tests: `cms/store/testing/mongod.ts`): prints where it is, as one line of JSON, and runs until its
// standard input ends, by `stop` or because whoever started it is gone.
if (import.meta.main) {
  let ended = false;
  const end = once(process.stdin.resume(), 'end').then(() => {
    ended = true;
  });
  // Under a leash too (`.config/leash.mjs`): the channel closes with the standard input, and the server must not be left behind.
  process.removeAllListeners('disconnect');
  const mongod = await startMongod();
  if (!ended) console.log(JSON.stringify(mongod));
  await end;
  if ('url' in mongod) await mongod.stop();
}
