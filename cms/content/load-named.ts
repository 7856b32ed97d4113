import type { z } from 'zod';
import { lastGood } from '../../campaigns/bulkhead/last-good.ts';
import { ContentError } from './content-error.ts';
import { listFiles, stem } from './list-files.ts';
import { parseContent } from './parse-content.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Every YAML file of a folder, by path. A file is named after what it holds, so that nothing can be there twice.
 * @param nameOf the field that must equal the file's name
 */
export async function loadNamed<S extends z.ZodType>(
  root: string,
  folder: string,
  schema: S,
  nameOf: (item: z.output<S>) => string,
  field = 'slug',
): Promise<z.output<S>[]> {
  return lastGood(folder, root, async () => {
    const files = await listFiles(root, folder, '.yaml');
    return Promise.all(
      files.map(async (file) => {
        const item = parseContent(schema, await readYaml(root, file), file);
        mustMatch(file, field, nameOf(item), stem(file));
        return item;
      }),
    );
  });
}

/** @throws ContentError when a field does not repeat what the file's path says */
export function mustMatch(file: string, field: string, written: string, expected: string): void {
  if (written !== expected)
    throw new ContentError(file, `字段“${field}”写的是“${written}”，要和文件位置“${expected}”一致。`);
}
