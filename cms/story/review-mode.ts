/** By how many people a release was reviewed. Written on the release from what was done, not from what was allowed. */
export const reviewModes = {
  three: '三人三审',
  two: '两人审签',
  urgent: '紧急更正（两人，三审随后补做）',
} as const;

export type ReviewMode = keyof typeof reviewModes;
