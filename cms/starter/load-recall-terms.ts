import { parseContent } from './parse-content.ts';
import { readYaml } from './read-yaml.ts';
import { recallTermsSchema, type RecallTerms } from './recall-schema.ts';

const file = 'content/recall.yaml';

/** The terms of withdrawals and corrections. @throws ContentError */
export async function loadRecallTerms(root: string = process.cwd()): Promise<RecallTerms> {
  return parseContent(recallTermsSchema, await readYaml(root, file), file);
}
