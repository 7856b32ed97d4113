import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
  return { dir, env, drop: () => rm(dir, { recursive: true, force: true, maxRetries: 5 }) };
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
  const child = spawn(process.execPath, ['scripts/chengxin.mjs', ...args], { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] });
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

/** Waits until `probe` gives something, asking every 50 ms. @throws Error after `timeout` ms. */
export async function eventually<T>(what: string, probe: () => Promise<T | null | undefined | false>, timeout = 20_000): Promise<T> {
  const until = Date.now() + timeout;
  while (Date.now() < until) {
    const result = await probe();
    if (result) return result;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`not within ${timeout} ms: ${what}`);
}
