import { hasClass, isElement, styleOf, wordsOf, type SourceElement, type SourceNode } from './source-node.ts';

export interface ListMark {
  /** From 1. */
  depth: number;
  ordered: boolean;
  /** The number it bears; 1 for bullets. */
  start: number;
}

const numerals = '一二三四五六七八九十';

/** Word and WPS write list items as paragraphs that carry `mso-list` and their mark as text. Null: an ordinary paragraph. */
export function listMark(paragraph: SourceElement): ListMark | null {
  const style = styleOf(paragraph, 'mso-list');
  const level = /level(\d)/.exec(style);
  const mark = markText(paragraph.children);
  if (!level && (mark === null || !hasClass(paragraph, /^MsoList/i))) return null;
  if (style === 'none') return null;
  return { depth: Math.max(1, Number(level?.[1] ?? 1)), ...kindOf(mark ?? '') };
}

/** `1.`, `2）`, `（三）`, `a)`, `iv.` count; dots, squares and letters of a symbol font do not. */
function kindOf(mark: string): { ordered: boolean; start: number } {
  const text = mark.normalize('NFKC').replace(/\s+/g, '');
  const number = /^\(?(\d{1,3})[.)、]?$/.exec(text);
  if (number?.[1]) return { ordered: true, start: Number(number[1]) };
  const chinese = /^\(?([一二三四五六七八九十])[.)、]/.exec(text);
  if (chinese?.[1]) return { ordered: true, start: numerals.indexOf(chinese[1]) + 1 };
  const letter = /^\(?([a-zA-Z]{1,4})[.)]$/.exec(text);
  if (letter) return { ordered: true, start: 1 };
  return { ordered: false, start: 1 };
}

/** The text of the span that only shows the mark. */
function markText(nodes: SourceNode[]): string | null {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (styleOf(node, 'mso-list') === 'ignore') return wordsOf([node]);
    const inner = markText(node.children);
    if (inner !== null) return inner;
  }
  return null;
}
