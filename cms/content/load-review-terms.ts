import { loadOne } from './load-one.ts';
import { reviewTermsSchema, type ReviewTerms } from './review-schema.ts';

const file = 'content/review.yaml';

/** The default terms of reviews. @throws ContentError */
export const loadReviewTerms = (root: string): Promise<ReviewTerms> => loadOne(root, file, reviewTermsSchema);
