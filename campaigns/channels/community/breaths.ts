import { sentencesOf } from './excerpt.ts';

/** Longest line that is read in one breath, marks included. */
export const breathLimit = 25;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const lengthOf = (text: string): number => [...text].length;

/** A text as lines of one breath each: by sentence, else by clause, else between words. No word changes. */
export function breaths(text: string): string[] {
  return sentencesOf(text.replace(/\s*\n\s*/g, '')).flatMap((sentence) => gather(clauses(sentence)));
}

const clauses = (sentence: string): string[] =>
  (sentence.match(/[^，、：—…]*[，、：—…]+[”’）》]*|[^，、：—…]+$/gu) ?? [sentence]).flatMap((clause) =>
    lengthOf(clause) <= breathLimit ? [clause] : gather(words(clause)),
  );

/** Words, each with the marks that follow it, and opening marks with what they open. */
function words(clause: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(clause)) {
    const last = found.at(-1);
    const glued = last !== undefined && ((!isWordLike && !/^[“‘《（]/u.test(segment)) || /[“‘《（]$/u.test(last));
    if (glued) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  // A “word” without end (a code, a string of letters) is cut all the same.
  return found.flatMap((word) =>
    lengthOf(word) <= breathLimit ? [word] : ([...word].join('').match(new RegExp(`.{1,${breathLimit}}`, 'gu')) ?? []),
  );
}

/** As few lines as the limit allows. */
function gather(parts: readonly string[]): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(last) + lengthOf(part) <= breathLimit) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
