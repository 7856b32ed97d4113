import { parseContent } from './parse-content.ts';
import { readYaml } from './read-yaml.ts';
import { reviewTermsSchema, type ReviewTerms } from './review-schema.ts';

const file = 'content/review.yaml';

/** The default terms of reviews. @throws ContentError */
export async function loadReviewTerms(root: string = process.cwd()): Promise<ReviewTerms> {
  return parseContent(reviewTermsSchema, await readYaml(root, file), file);
}
