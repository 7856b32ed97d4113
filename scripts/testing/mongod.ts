import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { within } from '../../.config/patience.ts';
import { findMongod } from './find-mongod.ts';

export type TestMongod = { url: string; how: string; stop(): Promise<void>; /** Neither answers nor ends, as behind a cut cable; nothing to an external server. */ pause(): void; resume(): void } | { missing: string };

/**
 * A real MongoDB for tests: `MONGODB_TEST_URL` when given, else a one-node replica set of its own on 127.0.0.1 with a
 * temporary folder. `url` names a database of its own; `missing` is the Chinese sentence to print when there is none.
 */
export async function startMongod(): Promise<TestMongod> {
  const given = process.env.MONGODB_TEST_URL;
  if (given) return { url: given, how: 'MONGODB_TEST_URL', stop: async () => {}, pause: () => undefined, resume: () => undefined };
  const found = await findMongod();
  if ('missing' in found) return found;
  const port = await freePort();
  const dbpath = await mkdtemp(join(tmpdir(), 'chengxin-mongod-'));
  const args = ['--dbpath', dbpath, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', 'rs0', '--nounixsocket',
    '--wiredTigerCacheSizeGB', '0.25', '--logpath', join(dbpath, 'log')];
  const child = spawn(found.file, args, { stdio: 'ignore' });
  const stop = async () => {
    await end(child);
    await rm(dbpath, { recursive: true, force: true });
  };
  try {
    await initiate(port, child);
  } catch (error) {
    await stop();
    // It is there and did not start: that is no machine without MongoDB, and nothing may pass as tested on it.
    throw new Error(`${found.how}启动失败：${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return { url: `mongodb://127.0.0.1:${port}/chengxin-test?replicaSet=rs0`, how: found.how, stop, pause: () => void child.kill('SIGSTOP'), resume: () => void child.kill('SIGCONT') };
}

async function initiate(port: number, child: ChildProcess): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, { serverSelectionTimeoutMS: within(20_000) });
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
  const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(hard);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('没有空闲端口'))));
    });
  });
}

// As a program: prints where it is, as one line of JSON, and runs until its standard input ends; so it never outlives
// the tests that started it, and rooms that may not import `scripts` can use it too.
if (import.meta.main) {
  const mongod = await startMongod();
  const { stop, ...told } = 'url' in mongod ? mongod : { ...mongod, stop: async () => {} };
  console.log(JSON.stringify(told));
  process.stdin.resume();
  await once(process.stdin, 'end');
  await stop();
}
