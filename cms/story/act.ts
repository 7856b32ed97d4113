/** What a person can do to a story in review; one file each under `acts/`. */
export const reviewActs = {
  submit: '送审',
  'approve-first': '初审通过',
  'approve-second': '复审通过',
  'clear-secrecy': '保密审查通过',
  reassign: '转交',
  return: '退回',
  sign: '终审签发',
  'withdraw-sign': '撤销签发',
  'correct-urgent': '紧急更正',
  withdraw: '撤回',
} as const;

export type ReviewAct = keyof typeof reviewActs;
export const reviewActNames = Object.keys(reviewActs) as ReviewAct[];

/** One passage of what is live, as it stands and as it must read. */
export interface Passage {
  wrong: string;
  right: string;
}

/** One line of a story's review log. Kept for ever, also when its round is over. */
export interface Review {
  act: ReviewAct;
  round: number;
  /** Account id and the name at that time. */
  by: string;
  byName: string;
  /** 代: on leave, and this was done in their place. */
  forId?: string;
  forName?: string;
  /** ISO 8601 with zone (Asia/Shanghai). */
  at: string;
  /** Fingerprint of the content that was looked at; of an urgent correction, of the content as corrected. */
  contentHash: string;
  /** Fingerprint of what was printed of its pictures then (`release/printed-pictures.ts`); absent in reviews from before it was kept. */
  pictures?: string;
  note: string | null;
  /** reassign: who is to review. */
  to?: string;
  toName?: string;
  /** sign: account ids of everybody who wrote what was signed. */
  writers?: string[];
  /** correct-urgent: what was proposed or confirmed. */
  passage?: Passage;
  /** correct-urgent: whoever proposed it is a signer. */
  bySigner?: boolean;
  /** correct-urgent: the second of two people said so too, and it went live. */
  applied?: true;
}

/** Everybody who answers for a review: who did it, and in whose place. */
export const answerable = ({ by, forId }: Pick<Review, 'by' | 'forId'>): string[] => (forId ? [by, forId] : [by]);

/** 甲（代乙） */
export const reviewerName = ({ byName, forName }: Pick<Review, 'byName' | 'forName'>): string => (forName ? `${byName}（代${forName}）` : byName);
