import { styleOf, wordsOf, type SourceElement } from './source-node.ts';

/** A place to write on by hand, in a form that people print: blanks that are underlined. */
export const blankLine = (wide: number): string => '_'.repeat(Math.min(40, Math.max(4, wide)));

/** Underlined blanks as a line of signs; null for anything else. Plain spaces at the end of a source line are nothing that anybody sees. */
export function underlinedBlank(node: SourceElement): string | null {
  const isUnderlined =
    node.name === 'u' || /underline/.test(styleOf(node, 'text-decoration') + styleOf(node, 'text-decoration-line'));
  if (!isUnderlined || node.name === 'a') return null;
  const words = wordsOf(node.children);
  if (words.trim() !== '') return null;
  const wide = [...words].reduce(
    (sum, sign) => sum + (sign === '\u3000' ? 2 : /[\u00a0\u2000-\u200a]/.test(sign) ? 1 : 0),
    0,
  );
  return wide > 1 ? blankLine(wide) : null;
}
