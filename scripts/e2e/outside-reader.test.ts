import { execFile, type ChildProcess } from 'node:child_process';
import { readFile, readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { endNode, startNode } from '../../.config/start-node.ts';
import { outside } from '../../cms/sqlite/testing/outside.ts';
import { furnishedInstallation } from './furnished.ts';
import { chengxin, eventually, type Environment } from './product.ts';

// Somebody looks into the database of a running product: with another Node, with sqlite3, with Python. Closing it, such a
// reader removes the write-ahead log when it believes itself alone, and then everything written afterwards is lost.
const run = promisify(execFile);
let place: Environment;
let file: string;
let product: ChildProcess;

beforeAll(async () => {
  place = await furnishedInstallation('seeded');
  file = join(place.env['DATA_DIR']!, 'chengxin.db');
}, within(120_000));
afterAll(async () => {
  if (product) await endNode(product);
  await place?.drop();
});

/** The scheduler as its own process, without the wrapper that would start it again: its pid is the one to kill. */
async function startWorker(): Promise<ChildProcess> {
  const child = startNode(['scripts/cli/main.ts', 'start', '--role', 'worker'], { env: place.env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: string) => {
      said += text;
    });
  await eventually(
    'ready',
    async () => {
      if (child.exitCode !== null) throw new Error(said);
      return /^ready site=/m.test(said);
    },
    120_000,
  );
  return child;
}

/** What the scheduler writes every minute, as an outsider sees it. */
const heartbeat = async () =>
  String((await outside(file, "SELECT data FROM payload_kv WHERE key = 'scheduler.heartbeat'"))[0]?.['data'] ?? '');

it(
  'an outside reader of a running product loses nothing',
  async () => {
    // The second start is the one that used to copy the file while it was open.
    await endNode(await startWorker(), 'SIGTERM');
    product = await startWorker();

    await outside(file, 'SELECT count(*) FROM stories');
    await run('sqlite3', [file, 'select 1']).catch(() => undefined);
    await run('python3', [
      '-c',
      `import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('select 1').fetchall(); c.close()`,
      file,
    ]).catch(() => undefined);

    // Only Linux tells which files a process has open and which locks it holds.
    if (process.platform === 'linux') {
      const folder = `/proc/${product.pid}/fd`;
      const open = await Promise.all((await readdir(folder)).map((fd) => readlink(join(folder, fd)).catch(() => '')));
      expect(open.filter((name) => name.startsWith(file))).toContain(`${file}-wal`);
      expect(open.filter((name) => name.startsWith(file) && name.endsWith('(deleted)'))).toEqual([]);
      const { ino } = await stat(file);
      expect(await readFile('/proc/locks', 'utf8')).toMatch(
        new RegExp(`POSIX\\s+ADVISORY\\s+READ\\s+${product.pid} \\w+:\\w+:${ino} `),
      );
    }

    // What it writes from now on is seen from outside, and is there after the power has gone.
    const before = await heartbeat();
    const after = await eventually(
      'the next minute',
      async () => {
        const now = await heartbeat();
        return now !== before && now;
      },
      100_000,
    );
    await endNode(product, 'SIGKILL');
    expect(await heartbeat()).toBe(after);
    expect(await chengxin(['audit', 'verify'], place.env)).toMatchObject({ code: 0 });
  },
  within(400_000),
);
