import { lastGood } from '../../campaigns/bulkhead/last-good.ts';
import { schoolSchema, type SchoolRules } from '../checks/school/rules.ts';
import { parseContent } from '../content/parse-content.ts';
import { readYaml } from '../content/read-yaml.ts';

const file = 'content/school.yaml';

/** What content for schools may not hold (G19). @throws ContentError */
export const loadSchoolRules = (root = process.cwd()): Promise<SchoolRules> =>
  lastGood(file, root, async () => parseContent(schoolSchema, await readYaml(root, file), file));

/** Lessons, and what stands in a column for pupils: what schools read, subscribe to and take home. */
export const isForSchools = (
  { column, kind }: { kind: string; column: { slug: string } | null },
  { columns }: Pick<SchoolRules, 'columns'>,
): boolean => kind === 'material' || columns.includes(column?.slug ?? '');
