import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Ended {
  /** Null when it was killed. */
  code: number | null;
  stdout: string;
  stderr: string;
  ms: number;
}

/** Runs a program of ours without the wrapper, so that the pid is its own; killed with SIGKILL after `killAfter` ms if it still runs then. */
export async function runKilled(args: string[], env: Record<string, string>, killAfter?: number): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) child[stream].setEncoding('utf8').on('data', (text: string) => { said[stream] += text; });
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const timer = new AbortController();
  if (killAfter !== undefined) void sleep(killAfter, null, { signal: timer.signal }).then(() => child.kill('SIGKILL'), () => undefined);
  const code = await ended;
  timer.abort();
  return { code, ...said, ms: performance.now() - started };
}

export const chengxinArgs = (...words: string[]): string[] => ['scripts/cli/main.ts', ...words];

/** The next start. @throws Error with all that it said when it does not come up */
export async function nextStart(env: Record<string, string>): Promise<Ended & { opens: boolean; migrated: string[] }> {
  const ended = await runKilled(['scripts/testing/begun/next-start.ts'], env);
  if (ended.code !== 0) throw new Error(`the next start ended with ${ended.code}:\n${ended.stderr}`);
  return { ...ended, ...(JSON.parse(ended.stdout) as { opens: boolean; migrated: string[] }) };
}
