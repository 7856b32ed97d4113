import { lastGood } from '../../campaigns/bulkhead/last-good.ts';
import { parseContent } from './parse-content.ts';
import { readYaml } from './read-yaml.ts';
import { recallTermsSchema, type RecallTerms } from './recall-schema.ts';

const file = 'content/recall.yaml';

/** The terms of withdrawals and corrections. @throws ContentError */
export function loadRecallTerms(root: string): Promise<RecallTerms> {
  return lastGood(file, root, async () => parseContent(recallTermsSchema, await readYaml(root, file), file));
}
