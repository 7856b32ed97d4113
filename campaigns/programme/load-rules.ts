import { join } from 'node:path';
import { lastGood } from '../bulkhead/last-good.ts';
import { readYaml } from '../calendar/read-yaml.ts';
import { rulesSchema, type ProgrammeRules } from './rules-schema.ts';

const file = 'content/programme.yaml';

/**
 * The task templates and the day of proposals of this deployment.
 * @throws ContentError: one Chinese sentence about what is not right in the file
 */
export const loadProgrammeRules = (root: string): Promise<ProgrammeRules> =>
  lastGood(file, root, () => readYaml(join(root, file), file, rulesSchema));
