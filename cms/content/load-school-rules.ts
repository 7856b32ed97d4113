import { schoolSchema, type SchoolRules } from '../checks/school/rules.ts';
import { loadOne } from './load-one.ts';

const file = 'content/school.yaml';

/** What content for schools may not hold (G19). @throws ContentError */
export const loadSchoolRules = (root: string): Promise<SchoolRules> => loadOne(root, file, schoolSchema);
