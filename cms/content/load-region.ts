import { lastGood } from '../../campaigns/bulkhead/last-good.ts';
import type { Region } from '../story/region.ts';
import { ContentError } from './content-error.ts';
import { parseContent } from './parse-content.ts';
import { readYaml } from './read-yaml.ts';
import { regionSchema } from './region-schema.ts';

/**
 * The city, from `content/region/<slug>.yaml`.
 * @param root repository root
 * @throws ContentError when the file is missing or wrong
 */
export function loadRegion(root: string, slug: string): Promise<Region> {
  const file = `content/region/${slug}.yaml`;
  return lastGood(file, root, async () => {
    const region = parseContent(regionSchema, await readYaml(root, file), file);
    if (region.slug !== slug)
      throw new ContentError(file, `字段“slug”写的是“${region.slug}”，要和文件名“${slug}”一致。`);
    return region;
  });
}
