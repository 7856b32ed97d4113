import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startNode } from '../../../.config/start-node.ts';

export interface RivalResult {
  won: number;
  /** How often the SQLite guard replaced a connection. */
  busy: number;
  failed: number;
  firstError: string | null;
  ms: number;
}

export interface Rivals {
  /** Both do the same at the same time. */
  fight(mode: 'claim' | 'keys' | 'rows', count: number): Promise<RivalResult[]>;
  close(): Promise<void>;
}

/** Two processes of `rival.ts` on one database. */
export async function openRivals(url: string, sqlite: { guard?: boolean; busyTimeout?: number } = {}): Promise<Rivals> {
  const rivals = ['a', 'b'].map((name) =>
    start([url, name, sqlite.guard === false ? 'raw' : 'guard', String(sqlite.busyTimeout ?? 10_000)]),
  );
  await Promise.all(
    rivals.map(async ({ next }) => {
      while ((await next()) !== 'ready');
    }),
  );
  return {
    fight: (mode, count) =>
      Promise.all(
        rivals.map(async ({ child, next }) => {
          child.stdin.write(`${mode} ${count}\n`);
          for (;;) {
            const line = await next();
            if (line.startsWith('{"won"')) return JSON.parse(line) as RivalResult;
          }
        }),
      ),
    close: async () => {
      await Promise.all(
        rivals.map(async ({ child, gone }) => {
          child.stdin.end();
          await gone;
        }),
      );
    },
  };
}

/** One process. @returns `next`: the line it prints next; rejects with what it said when it ends instead */
function start(args: string[]) {
  const child = startNode(['cms/store/testing/rival.ts', ...args], {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', DISABLE_PAYLOAD_HMR: 'true' },
  });
  const errors: string[] = [];
  child.stderr.on('data', (text: string) => errors.push(text));
  const gone = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { done, value } = await lines.next();
    if (done) throw new Error(`rival ended: ${errors.join('').slice(0, 2000)}`);
    return value;
  };
  return { child, gone, next };
}
