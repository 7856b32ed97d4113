import { lastGood } from '../../campaigns/bulkhead/last-good.ts';
import { parseContent } from './parse-content.ts';
import { readYaml } from './read-yaml.ts';
import { reviewTermsSchema, type ReviewTerms } from './review-schema.ts';

const file = 'content/review.yaml';

/** The default terms of reviews. @throws ContentError */
export function loadReviewTerms(root: string): Promise<ReviewTerms> {
  return lastGood(file, root, async () => parseContent(reviewTermsSchema, await readYaml(root, file), file));
}
