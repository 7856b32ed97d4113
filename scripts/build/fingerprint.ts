import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const ignored = new Set(['node_modules', '.next', 'testing', 'e2e']);

async function* filesUnder(dir: string): AsyncGenerator<string> {
  const entries = (await readdir(dir, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (
      ignored.has(entry.name) ||
      entry.name === 'next-env.d.ts' ||
      entry.name.endsWith('.tsbuildinfo') ||
      entry.name.includes('.test.')
    )
      continue;
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

/** sha256 over everything that a build is made of: decides whether a start must build again. */
export async function fingerprint(paths: string[]): Promise<string> {
  const hash = createHash('sha256');
  const add = async (path: string) =>
    hash
      .update(path)
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  for (const path of paths) {
    if (path.includes('.')) await add(path);
    else for await (const file of filesUnder(path)) await add(file);
  }
  return hash.digest('hex');
}
