import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface RivalResult {
  won: number;
  /** How often the SQLite guard replaced a connection. */
  busy: number;
  failed: number;
  firstError: string | null;
  ms: number;
}

/** Runs two processes of `rival.ts` at the same time on one database. */
export async function race(
  url: string, mode: 'claim' | 'keys' | 'rows', count: number, sqlite: { guard?: boolean; busyTimeout?: number } = {},
): Promise<RivalResult[]> {
  const rivals = ['a', 'b'].map((name) => start([url, mode, String(count), name, sqlite.guard === false ? 'raw' : 'guard', String(sqlite.busyTimeout ?? 10_000)]));
  await Promise.all(rivals.map((r) => r.ready));
  for (const { child } of rivals) child.stdin.write('go\n');
  return Promise.all(rivals.map((r) => r.result));
}

function start(args: string[]) {
  const child = spawn(process.execPath, ['cms/store/testing/rival.ts', ...args], {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', DISABLE_PAYLOAD_HMR: 'true' },
  });
  const lines = createInterface({ input: child.stdout });
  const errors: string[] = [];
  child.stderr.on('data', (bytes: Buffer) => errors.push(bytes.toString()));
  return { child, ...talk(child, lines, errors) };
}

function talk(child: ChildProcessWithoutNullStreams, lines: ReturnType<typeof createInterface>, errors: string[]) {
  const died = once(child, 'exit').then(async () => {
    // What was printed last may still be on its way.
    await new Promise((resolve) => setTimeout(resolve, 100));
    throw new Error(`rival ended: ${errors.join('').slice(0, 2000)}`);
  });
  died.catch(() => undefined);
  const line = (wanted: (text: string) => boolean) =>
    Promise.race([
      died,
      new Promise<string>((resolve) => lines.on('line', (text) => { if (wanted(text)) resolve(text); })),
    ]);
  const result = line((text) => text.startsWith('{"won"')).then((text) => JSON.parse(text) as RivalResult);
  result.catch(() => undefined);
  return { ready: line((text) => text === 'ready'), result };
}
