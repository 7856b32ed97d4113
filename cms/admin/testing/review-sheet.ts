import type { ReviewSheet } from '../../review/list-acts.ts';
import { reviewActs } from '../../story/act.ts';

type Option = ReviewSheet['acts'][number];

/** An act that whoever looks may do. */
export const option = (act: keyof typeof reviewActs, more: Partial<Option> = {}): Option => ({
  act,
  label: reviewActs[act],
  allowed: true,
  needsNote: false,
  blocked: false,
  reason: '',
  ...more,
});

/** What the server answers of a story that waits for its first review, with nothing to do. */
export const reviewSheet = (more: Partial<ReviewSheet> = {}): ReviewSheet => ({
  stage: 'first',
  acts: [],
  reviews: [],
  missing: [],
  assignee: null,
  possible: [],
  takers: [],
  due: null,
  pending: null,
  smallOffice: false,
  mayPush: false,
  showing: null,
  ...more,
});
