import { lastGood } from '../../campaigns/bulkhead/last-good.ts';
import { schoolSchema, type SchoolRules } from '../checks/school/rules.ts';
import { parseContent } from './parse-content.ts';
import { readYaml } from './read-yaml.ts';

const file = 'content/school.yaml';

/** What content for schools may not hold (G19). @throws ContentError */
export const loadSchoolRules = (root: string): Promise<SchoolRules> =>
  lastGood(file, root, async () => parseContent(schoolSchema, await readYaml(root, file), file));
