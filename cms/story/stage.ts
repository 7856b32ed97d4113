/** Where a story stands in 三审三校. */
export const stages = {
  draft: '草稿',
  first: '待初审',
  second: '待复审',
  final: '待终审',
  signed: '已签发',
  returned: '退回',
} as const;

export type Stage = keyof typeof stages;
/** Stages in which the story lies with reviewers. */
export const underReview: readonly Stage[] = ['first', 'second', 'final'];
