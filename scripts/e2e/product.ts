import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { within } from '../../.config/patience.ts';

/** Ports that were free a moment ago, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map((server) => new Promise<number>((resolve) => server.listen(0, () => resolve((server.address() as AddressInfo).port)))),
  );
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

export interface Environment {
  dir: string;
  env: Record<string, string>;
  drop(): Promise<void>;
}

/** An empty installation: its own data folder and ports, and nothing of ours from outside. */
export async function emptyInstallation(extra: Record<string, string> = {}): Promise<Environment> {
  const dir = await mkdtemp(join(tmpdir(), 'chengxin-'));
  const [site, admin] = await freePorts(2);
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: dir,
    TZ: process.env.TZ ?? 'UTC',
    DATA_DIR: join(dir, 'data'),
    SITE_PORT: String(site),
    ADMIN_PORT: String(admin),
    ...extra,
  };
  const drop = async () => {
    // A start that failed or was given up must not go on writing into a folder that is taken away, nor hold its ports.
    await Promise.all([...alive].filter(([, data]) => data === env.DATA_DIR).map(([child]) => endGroup(child)));
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  return { dir, env, drop };
}

/** Products that this test process has started, with their data folder. Each leads a process group of its own. */
const alive = new Map<ChildProcess, string | undefined>();
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
  const gone = child.exitCode !== null || child.signalCode !== null ? null : new Promise((done) => child.once('exit', done));
  killGroup(child);
  await gone;
  alive.delete(child);
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs one `chengxin` command to its end. */
export function chengxin(args: string[], env: Record<string, string>): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/chengxin.mjs', ...args], { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code: code ?? -1, stdout, stderr }));
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
  const child = spawn(process.execPath, ['scripts/chengxin.mjs', ...args], { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  alive.set(child, env.DATA_DIR);
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const ready = await new Promise<RegExpMatchArray>((resolve, reject) => {
    const look = (text: string) => {
      output += text;
      const match = /^ready site=(\S+) admin=(\S+)$/m.exec(output);
      if (match) resolve(match);
    };
    child.stdout.setEncoding('utf8').on('data', look);
    child.stderr.setEncoding('utf8').on('data', look);
    void ended.then((code) => reject(new Error(`ended with ${code} before it was ready:\n${output}`)));
  });
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
export async function eventually<T>(what: string, probe: () => Promise<T | null | undefined | false>, quiet = 20_000): Promise<T> {
  const until = Date.now() + within(quiet);
  while (Date.now() < until) {
    const result = await probe();
    if (result) return result;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`not within ${within(quiet)} ms: ${what}`);
}
