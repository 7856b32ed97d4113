import { loadOne } from './load-one.ts';
import { recallTermsSchema, type RecallTerms } from './recall-schema.ts';

const file = 'content/recall.yaml';

/** The terms of withdrawals and corrections. @throws ContentError */
export const loadRecallTerms = (root: string): Promise<RecallTerms> => loadOne(root, file, recallTermsSchema);
