import { z } from 'zod';
import { loadOne } from './load-one.ts';

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
export const loadReprintSources = (root: string): Promise<ReprintSources> => loadOne(root, file, schema);
