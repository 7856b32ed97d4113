import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runDir, siteOfRun } from '../../../.config/once-a-run.ts';
import { startNode } from '../../../.config/start-node.ts';
import { madeOnce } from '../../../cms/sqlite/testing/made-once.ts';

/**
 * The public site as it is built, in a folder that all tests of a run share and that goes when the run is over.
 * Who reads it must leave it as it is.
 * @throws Error with the last words of a build that failed
 */
export async function buildSite(): Promise<string> {
  const dist = siteOfRun(runDir());
  // Built where it stays, not beside it: the bundle knows its own folder. That it is whole is said by a file of its own.
  const whole = join(runDir(), 'site-is-built');
  await madeOnce(whole, async () => {
    await build(dist);
    await writeFile(whole, '');
  });
  return dist;
}

async function build(dist: string): Promise<void> {
  const child = startNode(['node_modules/astro/bin/astro.mjs', 'build', '--outDir', dist], {
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: string) => (words += text));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  if (code !== 0) throw new Error(`astro build: ${words.slice(-2000)}`);
}
