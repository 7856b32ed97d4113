import { element, hasContent, type SourceElement, type SourceNode } from '../../rich-text/from-html/source-node.ts';
import { inlineNodes } from './inline.ts';
import type { Numbered } from './numbering.ts';
import { sayings } from './sayings.ts';
import type { Style } from './styles.ts';
import type { Word } from './word.ts';
import { child, val, type Xml } from './xml.ts';

/** A paragraph with the number that Word gives it, and behind it the text boxes that hang on it. */
export function paragraphNodes(paragraph: Xml, word: Word): SourceNode[] {
  const own = child(paragraph, 'w:pPr');
  const styleId = val(own, 'w:pStyle');
  const mark = child(own, 'w:rPr');
  // A deleted end of a paragraph (ECMA-376 §17.13.5.15), or a first letter set large in a frame of its own: the words go on in the next one.
  if (
    child(mark, 'w:del') ||
    child(mark, 'w:moveFrom') ||
    /^(?:drop|margin)$/.test(child(own, 'w:framePr')?.attributes['w:dropCap'] ?? '')
  ) {
    for (const node of paragraph.children)
      if (typeof node !== 'string' && node.name !== 'w:pPr') word.carried.push(node);
    return [];
  }
  const children = [...word.carried.splice(0), ...paragraph.children];
  const numbered = word.numbering.next(own, styleId);
  const outer = word.boxes;
  word.boxes = [];
  const inner = inlineNodes(children, word, styleId);
  const boxes = word.boxes;
  word.boxes = outer;
  if (child(mark, 'w:ins')) inner.push({ say: sayings.changed });
  const level = levelOf(own, styleId, word.styles.chain(styleId));
  return [withNumber(element(level === null ? 'p' : `h${level}`, inner), numbered, level !== null), ...boxes];
}

/** Plain numbers of plain paragraphs become the editor's lists; all others are words (第一条, 一、, 1.1), and so are a heading's. */
function withNumber(made: SourceElement, numbered: Numbered | null, isHeading: boolean): SourceElement {
  if (!numbered || !hasContent(made.children) || (isHeading && numbered.bullet)) return made;
  const { bullet, depth, number, plain, text } = numbered;
  if (bullet || (plain && !isHeading))
    return { ...made, mark: { depth: Math.min(9, depth), ordered: !bullet, number } };
  return text === '' ? made : { ...made, mark: { label: text } };
}

/** 1 for the title, 2 for 标题 1 … 6; null for plain paragraphs. A style's rank is that of the one it is based on. */
function levelOf(own: Xml | null, styleId: string | null, chain: readonly Style[]): number | null {
  const names = chain.length > 0 ? chain.map(({ name }) => name) : [styleId ?? ''];
  for (const name of names) {
    if (/^(?:title|标题)$/i.test(name)) return 1;
    const rank = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1];
    if (rank) return Math.min(6, Number(rank) + 1);
  }
  const outline = [own, ...chain.map(({ paragraph }) => paragraph)]
    .map((properties) => val(properties, 'w:outlineLvl'))
    .find((level) => level !== null);
  return outline !== undefined && outline !== null && /^[0-8]$/.test(outline) ? Math.min(6, Number(outline) + 2) : null;
}
