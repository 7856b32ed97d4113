/**
 * Why a passage was corrected, as the end of the sentence that says so: `，系笔误。`, or `。` where nobody said why. Writers
 * type the marks themselves or leave them out.
 */
export function correctionReason(note: string): string {
  const why = note
    .trim()
    .replace(/^[，,。.\s]+/u, '')
    .replace(/[。.\s]+$/u, '');
  return why === '' ? '。' : /[！？…!?]$/u.test(why) ? `，${why}` : `，${why}。`;
}
