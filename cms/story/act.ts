import type { z } from 'zod';
import type { passageSchema, reviewSchema } from './review-schema.ts';

/** What a person can do to a story in review; one file each under `acts/`. */
export const reviewActs = {
  submit: '送审',
  'approve-first': '初审通过',
  'approve-second': '复审通过',
  'clear-secrecy': '保密审查通过',
  reassign: '转交',
  return: '退回',
  sign: '终审签发',
  reschedule: '改上线时间',
  'withdraw-sign': '撤销签发',
  'correct-urgent': '紧急更正',
  withdraw: '撤回',
} as const;

export type ReviewAct = keyof typeof reviewActs;
export const reviewActNames = Object.keys(reviewActs) as ReviewAct[];

export type Passage = z.infer<typeof passageSchema>;
export type Review = z.infer<typeof reviewSchema>;

/** Everybody who answers for a review: who did it, and in whose place. */
export const answerable = ({ by, forId }: Pick<Review, 'by' | 'forId'>): string[] => (forId ? [by, forId] : [by]);

/** 甲（代乙） */
export const reviewerName = ({ byName, forName }: Pick<Review, 'byName' | 'forName'>): string =>
  forName ? `${byName}（代${forName}）` : byName;
