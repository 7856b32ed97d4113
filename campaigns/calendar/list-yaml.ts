import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError } from './content-error.ts';

/**
 * Names of the `.yaml` files in one folder of `content/`, sorted.
 * @throws ContentError about a `.yml`: it would be overlooked in silence.
 */
export async function listYaml(root: string, folder: string): Promise<string[]> {
  const names = (await readdir(join(root, folder))).filter((name) => !name.startsWith('.'));
  const short = names.find((name) => name.endsWith('.yml'));
  if (short) throw new ContentError(`${folder}/${short}`, '文件名要以 .yaml 结尾，请改名。');
  return names.filter((name) => name.endsWith('.yaml')).sort();
}
