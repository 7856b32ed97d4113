import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readYaml } from './read-yaml.ts';
import { workdayYearSchema } from './workday-schema.ts';
import { createWorkdays, type Workdays } from './workday.ts';

const folder = 'content/workdays';

/**
 * The working-day engine with the overrides of `content/workdays/<year>.yaml` under `root`.
 * @throws Error with one Chinese sentence about the first file that is not right.
 */
export async function loadWorkdays(root: string = process.cwd()): Promise<Workdays> {
  const files = (await readdir(join(root, folder))).filter((name) => name.endsWith('.yaml')).sort();
  const years = await Promise.all(
    files.map(async (file) => {
      const entry = await readYaml(join(root, folder, file), `${folder}/${file}`, workdayYearSchema);
      if (`${entry.year}.yaml` !== file) {
        throw new Error(`${folder}/${file} 的“year”是 ${entry.year}，与文件名不同：请把两处改成一样。`);
      }
      return entry;
    }),
  );
  return createWorkdays(years);
}
