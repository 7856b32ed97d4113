import { join } from 'node:path';
import { lastGood } from '../bulkhead/last-good.ts';
import { ContentError } from './content-error.ts';
import { listYaml } from './list-yaml.ts';
import { occasionSchema, type Occasion } from './occasion-schema.ts';
import { readYaml } from './read-yaml.ts';

const folder = 'content/occasions';

/**
 * Every occasion of `content/occasions/<slug>.yaml` under `root`, by slug.
 * @throws ContentError: one Chinese sentence about the first file that is not right, unless all were right before.
 */
export const loadOccasions = (root: string): Promise<Occasion[]> => lastGood(folder, root, () => readOccasions(root));

async function readOccasions(root: string): Promise<Occasion[]> {
  const files = await listYaml(root, folder);
  return Promise.all(
    files.map(async (file) => {
      const occasion = await readYaml(join(root, folder, file), `${folder}/${file}`, occasionSchema);
      if (`${occasion.slug}.yaml` !== file) {
        throw new ContentError(
          `${folder}/${file}`,
          `字段“slug”写的是“${occasion.slug}”，与文件名不同：请把两处改成一样。`,
        );
      }
      return occasion;
    }),
  );
}
