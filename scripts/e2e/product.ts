import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { within } from '../../.config/patience.ts';
import { startNode } from '../../.config/start-node.ts';
import { holdPorts } from '../testing/ports.ts';

export interface Environment {
  dir: string;
  env: Record<string, string>;
  drop(): Promise<void>;
}

/** An empty installation: its own data folder and ports, and nothing of ours from outside. */
export async function emptyInstallation(extra: Record<string, string> = {}): Promise<Environment> {
  const dir = await mkdtemp(join(tmpdir(), 'chengxin-'));
  const {
    ports: [site, admin],
    release,
  } = await holdPorts(2);
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: dir,
    TZ: process.env.TZ ?? 'UTC',
    DATA_DIR: join(dir, 'data'),
    SITE_PORT: String(site),
    ADMIN_PORT: String(admin),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
    ...extra,
  };
  const drop = async () => {
    // A start that failed or was given up must not go on writing into a folder that is taken away, nor hold its ports.
    await Promise.all([...alive].filter(([, { data }]) => data === env.DATA_DIR).map(([child]) => endGroup(child)));
    release();
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  return { dir, env, drop };
}

/** Products that this test process has started: their data folder, and whether they have come up. Each leads a process group of its own. */
const alive = new Map<ChildProcess, { data: string | undefined; words: string; up: boolean }>();
process.on('exit', () => {
  for (const [child] of alive) killGroup(child);
});

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  killGroup(child);
  await gone;
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs one `chengxin` command to its end. */
export function chengxin(args: string[], env: Record<string, string>): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = startNode(['scripts/chengxin.mjs', ...args], { env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text: string) => (stdout += text));
    child.stderr.on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}

export interface Running {
  site: string;
  admin: string;
  output(): string;
  child: ChildProcess;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the product and waits for its `ready` line. @throws Error with all output when it ends first. */
export async function startProduct(env: Record<string, string>, args: string[] = ['start']): Promise<Running> {
  const words = args.join(' ');
  // One that did not come up in the time of its test was given up, and would hold the ports and the data of the next one.
  await Promise.all(
    [...alive]
      .filter(([, other]) => !other.up && other.data === env.DATA_DIR && other.words === words)
      .map(([child]) => endGroup(child)),
  );
  const child = startNode(['scripts/chengxin.mjs', ...args], { env, detached: true });
  const life = { data: env.DATA_DIR, words, up: false };
  alive.set(child, life);
  let output = '';
  const ended = new Promise<number | null>((resolve) =>
    child.on('exit', (code) => {
      // What it may have left behind goes with it, while the number of its group is still its own.
      killGroup(child);
      alive.delete(child);
      resolve(code);
    }),
  );
  const ready = await new Promise<RegExpMatchArray>((resolve, reject) => {
    const look = (text: string) => {
      output += text;
      if (life.up) return;
      const match = /^ready site=(\S+) admin=(\S+)$/m.exec(output);
      if (match) resolve(match);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    void ended.then((code) => reject(new Error(`ended with ${code} before it was ready:\n${output}`)));
  });
  life.up = true;
  return {
    site: ready[1]!,
    admin: ready[2]!,
    output: () => output,
    child,
    stop: async () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/**
 * Waits until `probe` gives something, asking every 50 ms.
 * @param quiet how long it may take on a quiet machine, in milliseconds
 * @throws Error when it has not come within the limit of this machine
 */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false>,
  quiet = 20_000,
): Promise<T> {
  const until = Date.now() + within(quiet);
  while (Date.now() < until) {
    const result = await probe();
    if (result) return result;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`not within ${within(quiet)} ms: ${what}`);
}
