import { usageOf } from '../../../cms/foreign/usage.ts';
import { startNode } from '../../../.config/start-node.ts';

export interface Ended {
  /** Null when it was killed. */
  code: number | null;
  stdout: string;
  stderr: string;
  /** Seconds of processor time that it has used: the same on a quiet machine and on a loaded one. Wall clock where the system does not tell. */
  used: number;
}

const lookMs = 10;

/**
 * Runs a program of ours without the wrapper, so that the pid is its own.
 * @param killAt after so much `used` it is killed with SIGKILL, if it still runs then
 */
export async function runKilled(args: string[], env: Record<string, string>, killAt = Infinity): Promise<Ended> {
  const started = performance.now();
  const child = startNode(args, { env });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (text: string) => {
      said[stream] += text;
    });
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  let used = 0;
  const looks = setInterval(() => {
    used = Math.max(
      used,
      usageOf(child.pid)?.cpuSeconds ?? (process.platform === 'linux' ? 0 : (performance.now() - started) / 1000),
    );
    if (used >= killAt) child.kill('SIGKILL');
  }, lookMs);
  const code = await ended;
  clearInterval(looks);
  return { code, ...said, used };
}

export const chengxinArgs = (...words: string[]): string[] => ['scripts/cli/main.ts', ...words];

/** The next start. @throws Error with all that it said when it does not come up */
export async function nextStart(env: Record<string, string>): Promise<Ended & { opens: boolean; migrated: string[] }> {
  const ended = await runKilled(['scripts/testing/begun/next-start.ts'], env);
  if (ended.code !== 0) throw new Error(`the next start ended with ${ended.code}:\n${ended.stderr}`);
  return { ...ended, ...(JSON.parse(ended.stdout) as { opens: boolean; migrated: string[] }) };
}
