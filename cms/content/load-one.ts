import type { z } from 'zod';
import { lastGood } from '../../campaigns/bulkhead/last-good.ts';
import { parseContent } from './parse-content.ts';
import { readYaml } from './read-yaml.ts';

/** One YAML file that must be there, checked. @throws ContentError: one Chinese sentence about it */
export const loadOne = <S extends z.ZodType>(root: string, file: string, schema: S): Promise<z.output<S>> =>
  lastGood(file, root, async () => parseContent(schema, await readYaml(root, file), file));
