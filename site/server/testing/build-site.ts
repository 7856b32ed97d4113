import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Builds the public site into a folder of its own (a few seconds) and gives the folder. */
export async function buildSite(name: string): Promise<string> {
  // Below the repository root, so that the bundle finds its packages.
  const dist = join(process.cwd(), '.cache', name);
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', dist], {
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  if (code !== 0) throw new Error(`astro build: ${words.slice(-2000)}`);
  return dist;
}
