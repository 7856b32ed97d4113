import { hasClass, isElement, styleOf, wordsOf, type SourceElement, type SourceNode } from './source-node.ts';

/** What an item of a list bears: a dot or a plain number that the editor makes again, or a number of its own form, kept as words. */
export type ListMark = { depth: number; ordered: boolean; number: number } | { label: string };

const numerals = '一二三四五六七八九十';

/** Word and WPS write list items as paragraphs that carry `mso-list` and their mark as text. Null: an ordinary paragraph. */
export function listMark(paragraph: SourceElement): ListMark | null {
  if (paragraph.mark) return paragraph.mark;
  const style = styleOf(paragraph, 'mso-list');
  const level = /level(\d)/.exec(style);
  const mark = markText(paragraph.children);
  if (!level && (mark === null || !hasClass(paragraph, /^MsoList/i))) return null;
  if (style === 'none') return null;
  return markOf(mark ?? '', Math.max(1, Number(level?.[1] ?? 1)));
}

/** `1.`, `2）`, `（三）` are the editor's own numbers; `第一条`, `1.1`, `a)`, `iv.` are words; dots, squares and letters of a symbol font are bullets. */
function markOf(mark: string, depth: number): ListMark {
  const shown = mark.replace(/[\s\u00a0]+/g, '');
  const text = shown.normalize('NFKC');
  const number = /^\(?(\d{1,3})[.)、]?$/.exec(text);
  if (number?.[1]) return { depth, ordered: true, number: Number(number[1]) };
  const chinese = /^\(?([一二三四五六七八九十])[.)、]/.exec(text);
  if (chinese?.[1]) return { depth, ordered: true, number: numerals.indexOf(chinese[1]) + 1 };
  return /\d|\p{Script=Han}|^\(?[a-zA-Z]{1,6}[.)]$/u.test(text)
    ? { label: shown }
    : { depth, ordered: false, number: 1 };
}

/** The text of the span that only shows the mark. */
function markText(nodes: readonly SourceNode[]): string | null {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (styleOf(node, 'mso-list') === 'ignore') return wordsOf([node]);
    const inner = markText(node.children);
    if (inner !== null) return inner;
  }
  return null;
}
