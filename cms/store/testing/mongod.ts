import { once } from 'node:events';
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

/**
 * The project's MongoDB for tests, kept by a process of its own that ends with this one, however this one ends; `missing`
 * says why there is none.
 */
export async function openMongod(): Promise<Mongod> {
  const child = startNode(['scripts/testing/mongod.ts'], { stderr: 'inherit' });
  const gone = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([first]) => String(first)),
    // It is there and did not start: nothing may pass as tested on it.
    gone.then(([code]) => Promise.reject(new Error(`MongoDB 没有启动（退出码 ${String(code)}），原因见上。`))),
  ]);
  const is = told.parse(JSON.parse(line));
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
