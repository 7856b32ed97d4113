import { join } from 'node:path';
import { startNode } from '../../../.config/start-node.ts';

/** Builds the public site into a folder of its own (a few seconds) and gives the folder. */
export async function buildSite(name: string): Promise<string> {
  // Below the repository root, so that the bundle finds its packages.
  const dist = join(process.cwd(), '.cache', name);
  const child = startNode(['node_modules/astro/bin/astro.mjs', 'build', '--outDir', dist], {
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: string) => (words += text));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  if (code !== 0) throw new Error(`astro build: ${words.slice(-2000)}`);
  return dist;
}
