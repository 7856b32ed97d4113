import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Files with the extension below a folder, sorted, as paths from the repository root with `/`. A missing folder is empty. */
export async function listFiles(root: string, folder: string, extension: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const prefix = join(root, '/');
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension) && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(prefix.length).replaceAll('\\', '/'))
    .sort();
}

/** File name without folder and extension. */
export const stem = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
