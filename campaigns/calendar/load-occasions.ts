import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { occasionSchema, type Occasion } from './occasion-schema.ts';
import { readYaml } from './read-yaml.ts';

const folder = 'content/occasions';

/**
 * Every occasion of `content/occasions/<slug>.yaml` under `root`, by slug.
 * @throws Error with one Chinese sentence about the first file that is not right.
 */
export async function loadOccasions(root: string = process.cwd()): Promise<Occasion[]> {
  const files = (await readdir(join(root, folder))).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async (file) => {
      const occasion = await readYaml(join(root, folder, file), `${folder}/${file}`, occasionSchema);
      if (`${occasion.slug}.yaml` !== file) {
        throw new Error(`${folder}/${file} 的“slug”是 ${occasion.slug}，与文件名不同：请把两处改成一样。`);
      }
      return occasion;
    }),
  );
}
