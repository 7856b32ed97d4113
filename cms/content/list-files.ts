import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError } from './content-error.ts';

/**
 * Files with the extension below a folder, sorted, as paths from the repository root with `/`. A missing folder is empty.
 * @throws ContentError about a `.yml` where `.yaml` is meant: it would be overlooked in silence.
 */
export async function listFiles(root: string, folder: string, extension: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const prefix = join(root, '/');
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(prefix.length).replaceAll('\\', '/'));
  const short = extension === '.yaml' ? paths.find((path) => path.endsWith('.yml')) : undefined;
  if (short) throw new ContentError(short, '文件名要以 .yaml 结尾，请改名。');
  return paths.filter((path) => path.endsWith(extension)).sort();
}

/** File name without folder and extension. */
export const stem = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
