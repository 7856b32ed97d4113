import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Pages and pictures made for everybody; made again by themselves. */
const isPublic = (name: string) => name === 'snapshot';

/** From now on, whatever this process and its children write is for its own account alone. */
export function keepPrivate(): void {
  process.umask(0o077);
}

/**
 * Takes from everybody else what an earlier version left open to them: database, log, pictures, papers, secrets, copies.
 * Only modes are changed; no file is opened.
 * @returns what could not be changed, because it belongs to another account
 */
export async function tighten(dataDir: string): Promise<string[]> {
  const refused: string[] = [];
  const close = async (path: string): Promise<boolean> => {
    const found = await lstat(path).catch(() => null);
    if (!found || found.isSymbolicLink()) return false;
    if ((found.mode & 0o077) !== 0) await chmod(path, found.mode & 0o7700).catch(() => refused.push(path));
    return found.isDirectory();
  };
  const walk = async (folder: string, top: boolean): Promise<void> => {
    for (const name of await readdir(folder).catch(() => [])) {
      if (top && isPublic(name)) continue;
      if (await close(join(folder, name))) await walk(join(folder, name), false);
    }
  };
  if (await close(dataDir)) await walk(dataDir, true);
  return refused;
}
