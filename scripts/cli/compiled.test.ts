import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startNode } from '../../.config/start-node.ts';

/** Where a command of ours lets Node keep what it has compiled. */
async function keptIn(own: string | undefined): Promise<string> {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const tell = `data:text/javascript,${encodeURIComponent('console.log(`kept in [${process.env.NODE_COMPILE_CACHE}]`)')}`;
  const child = startNode(['scripts/chengxin.mjs', 'check', '--help'], {
    env: { ...env, NODE_OPTIONS: `--import=${tell}`, ...(own === undefined ? {} : { NODE_COMPILE_CACHE: own }) },
  });
  let said = '';
  child.stdout.on('data', (text: string) => (said += text));
  child.stderr.resume();
  await new Promise((done) => child.on('close', done));
  return [...said.matchAll(/kept in \[(.*)\]/g)].at(-1)?.[1] ?? said;
}

it('commands keep what Node compiles beside the builds, or where the environment says', async () => {
  expect(await keptIn(undefined)).toBe(join(process.cwd(), '.cache/compile'));
  expect(await keptIn('')).toBe('');
  const own = await mkdtemp(join(tmpdir(), 'compiled-'));
  expect(await keptIn(own)).toBe(own);
  await rm(own, { recursive: true, force: true, maxRetries: 5 });
});
