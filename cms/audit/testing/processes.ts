import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startNode } from '../../../.config/start-node.ts';

/** Starts `rival.ts` with each list of words, lets them go at the same moment and waits for their ends; exit codes and signals. */
export async function together(
  ...calls: string[][]
): Promise<{ code: number | null; signal: string | null; errors: string }[]> {
  const children = calls.map((words) => {
    const child = startNode(['cms/audit/testing/rival.ts', ...words], {
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', DISABLE_PAYLOAD_HMR: 'true' },
    });
    const errors: string[] = [];
    child.stderr.on('data', (text: string) => errors.push(text));
    const ended = once(child, 'exit').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as string | null,
      errors: errors.join('').slice(0, 2000),
    }));
    const ready = Promise.race([
      once(createInterface({ input: child.stdout }), 'line'),
      ended.then(({ errors: why }) => Promise.reject(new Error(why))),
    ]);
    return { child, ended, ready };
  });
  await Promise.all(children.map(({ ready }) => ready));
  for (const { child } of children) child.stdin.write('go\n');
  return Promise.all(children.map(({ ended }) => ended));
}
