import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { startNode } from '../../../.config/start-node.ts';

const told = z.union([
  z.object({ url: z.string(), how: z.string(), pid: z.number().nullable() }),
  z.object({ missing: z.string() }),
]);
export type Mongod = z.infer<typeof told> & {
  stop(): Promise<void>;
  /** Neither answers nor ends, as behind a cut cable; nothing to a server that was given. */
  pause(): void;
  resume(): void;
};

const held = Symbol.for('the test process has a MongoDB');
const processWide = globalThis as { [held]?: Promise<Mongod> };

/**
 * The project's MongoDB for tests, kept by a process of its own that ends with this one, however this one ends; `missing`
 * says why there is none. Files that share a process share the server, each with a database of its own.
 * @param how `own`: a server for this caller alone, who may pause it and has to stop it
 */
export async function openMongod({ own = false } = {}): Promise<Mongod> {
  if (own) return startKeeper();
  const server = await (processWide[held] ??= startKeeper({ lasting: true }));
  if ('missing' in server) return server;
  const url = new URL(server.url);
  // A server that was given has the name that was given with it.
  if (server.pid !== null) url.pathname += `-${randomUUID().slice(0, 8)}`;
  return { ...server, url: url.toString(), stop: () => Promise.resolve() };
}

/** @param lasting until this process ends: it holds nobody back from ending */
async function startKeeper({ lasting = false } = {}): Promise<Mongod> {
  const child = startNode(['scripts/testing/mongod.ts'], { stderr: 'inherit' });
  const gone = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([first]) => String(first)),
    // It is there and did not start: nothing may pass as tested on it.
    gone.then(([code]) => Promise.reject(new Error(`MongoDB 没有启动（退出码 ${String(code)}），原因见上。`))),
  ]);
  const is = told.parse(JSON.parse(line));
  if (lasting)
    for (const handle of [child, child.stdin, child.stdout, child.channel]) (handle as Partial<Socket>).unref?.();
  const signal = (name: NodeJS.Signals) => void ('pid' in is && is.pid !== null && process.kill(is.pid, name));
  return {
    ...is,
    stop: async () => {
      child.stdin.end();
      await gone;
    },
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
  };
}
