// The process apart. Started by reader.ts with nothing of the product's environment, few rights and a small heap; it may die at
// any file. It ends with its parent (whose pid it is given: asked later, the system may name another): by the closed channel, or by
// the guard when a file keeps the main thread busy.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { question } from './message.ts';

const guard = new Worker(
  `setInterval(() => { if (process.ppid !== ${Number(process.argv[2])}) process.kill(process.pid, 'SIGKILL'); }, 1000);`,
  { eval: true, execArgv: [] },
);
guard.unref();

// Ctrl-C reaches the whole group of processes; when to end is the parent's to say.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', (message: unknown) => void answer(message));

async function answer(message: unknown): Promise<void> {
  const { id, input, module } = question.parse(message);
  try {
    const loaded = (await import(pathToFileURL(join(process.cwd(), module)).href)) as {
      default: (input: unknown) => Promise<unknown>;
    };
    process.send?.({ id, answer: await loaded.default(input) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
}
