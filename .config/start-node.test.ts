import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { endNode, startNode } from './start-node.ts';
import { within } from './patience.ts';

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A dead one that nobody has waited for yet.
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
};

it('what a test process has started ends with it, also when it is killed', async () => {
  const program =
    "import { startNode } from './.config/start-node.ts'; console.log(startNode(['-e', 'setInterval(() => {}, 1000)']).pid);";
  const tester = startNode(['--input-type=module', '-e', program], { stderr: 'inherit' });
  const [line] = (await once(tester.stdout, 'data')) as [string];
  const pid = Number(line);
  expect(isGone(pid)).toBe(false);
  await endNode(tester);
  await vi.waitUntil(() => isGone(pid), { timeout: within(10_000) });
});
