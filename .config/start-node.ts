import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

export interface NodeProcess extends ChildProcess {
  stdin: Writable;
  stdout: Readable;
  /** Null unless asked for: a pipe that nobody reads stops whoever writes into it. */
  stderr: Readable;
  pid: number;
}

export interface StartNode {
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** `pipe` by default: then it must be read. */
  stderr?: 'pipe' | 'inherit' | 'ignore';
  /** An open file that takes both outputs instead of the pipes. */
  output?: number;
  /** A process group of its own, so that all below it can be ended at once. */
  detached?: boolean;
}

/**
 * Starts a program of ours for a test, with pipes. It never outlives the test process: that holds a channel to it, and when
 * the channel closes (also by `kill -9` from a runner that has lost patience) the program ends.
 * @param args script and words, or `-e` and a program
 */
export function startNode(
  args: string[],
  { cwd, env = process.env, stderr = 'pipe', output, detached = false }: StartNode = {},
): NodeProcess {
  const leash = pathToFileURL(`${process.cwd()}/.config/leash.mjs`).href;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', leash, ...args], {
    cwd,
    env: env as NodeJS.ProcessEnv,
    detached,
    stdio: ['pipe', output ?? 'pipe', output ?? stderr, 'ipc'],
  });
  child.stdout?.setEncoding('utf8');
  child.stderr?.setEncoding('utf8');
  // Whoever has ended is written to no more, and says so by its exit.
  child.stdin?.on('error', () => undefined);
  return child as NodeProcess;
}

/** Ends a process with that signal and waits until it is gone; one that is gone already is fine. */
export async function endNode(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill(signal);
  await gone;
}
