import { z } from 'zod';
import { lastGood } from '../../campaigns/bulkhead/last-good.ts';
import { parseContent } from '../content/parse-content.ts';
import { readYaml } from '../content/read-yaml.ts';

const file = 'content/reprint-sources.yaml';
const schema = z.strictObject({
  edition: z.iso.date(),
  owner: z.string().min(1),
  source: z.string().min(1),
  confidence: z.number().min(0).max(1),
  names: z.array(z.string().trim().min(2)).min(1),
});

export type ReprintSources = z.output<typeof schema>;

/** Media that may be reprinted (G22, 互联网新闻信息稿源单位名单). @throws ContentError */
export const loadReprintSources = (root = process.cwd()): Promise<ReprintSources> =>
  lastGood(file, root, async () => parseContent(schema, await readYaml(root, file), file));

const bare = (name: string): string => name.normalize('NFKC').replace(/\([^)]*\)|\s|《|》/g, '');

/** Whether a source named on a story is one of them: remarks in brackets and quotation marks do not count. */
export const isListed = ({ names }: ReprintSources, source: string): boolean =>
  names.some((name) => bare(name) === bare(source));
