import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const told = z.union([z.object({ url: z.string(), how: z.string() }), z.object({ missing: z.string() })]);
export type Mongod = z.infer<typeof told> & { stop(): Promise<void> };

/** The project's MongoDB for tests, as a process of its own that ends with this one; `missing` says why there is none. */
export async function openMongod(): Promise<Mongod> {
  const child = spawn(process.execPath, ['scripts/testing/mongod.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const stop = async () => {
    child.stdin.end();
    await gone;
  };
  return { ...told.parse(JSON.parse(String(line))), stop };
}
