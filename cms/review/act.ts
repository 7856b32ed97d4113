/** What a person can do to a story in review; one file each under `acts/`. */
export const reviewActs = {
  submit: '送审',
  'approve-first': '初审通过',
  'approve-second': '复审通过',
  'clear-secrecy': '保密审查通过',
  return: '退回',
  sign: '终审签发',
  withdraw: '撤回',
} as const;

export type ReviewAct = keyof typeof reviewActs;
export const reviewActNames = Object.keys(reviewActs) as ReviewAct[];

/** One line of a story's review log. Kept for ever, also when its round is over. */
export interface Review {
  act: ReviewAct;
  round: number;
  /** Account id and the name at that time. */
  by: string;
  byName: string;
  /** ISO 8601 with zone (Asia/Shanghai). */
  at: string;
  /** Fingerprint of the content that was looked at. */
  contentHash: string;
  note: string | null;
}
