/** Rule of a disagreement between form and text: what only the secrecy reviewer may settle (`may-judge.ts`). */
export const disagreementRule = 'question/disagrees';
