import { join } from 'node:path';
import { lastGood } from '../bulkhead/last-good.ts';
import { ContentError } from './content-error.ts';
import { listYaml } from './list-yaml.ts';
import { readYaml } from './read-yaml.ts';
import { workdayYearSchema } from './workday-schema.ts';
import { createWorkdays, type Workdays } from './workday.ts';

const folder = 'content/workdays';

/**
 * The working-day engine with the overrides of `content/workdays/<year>.yaml` under `root`.
 * @throws ContentError: one Chinese sentence about the first file that is not right, unless all were right before.
 */
export const loadWorkdays = (root: string): Promise<Workdays> => lastGood(folder, root, () => readWorkdays(root));

async function readWorkdays(root: string): Promise<Workdays> {
  const files = await listYaml(root, folder);
  const years = await Promise.all(
    files.map(async (file) => {
      const entry = await readYaml(join(root, folder, file), `${folder}/${file}`, workdayYearSchema);
      if (`${entry.year}.yaml` !== file) {
        throw new ContentError(`${folder}/${file}`, `字段“year”写的是 ${entry.year}，与文件名不同：请把两处改成一样。`);
      }
      return entry;
    }),
  );
  return createWorkdays(years);
}
