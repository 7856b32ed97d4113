import { signsOf } from '../symbols.ts';
import { readable } from './address.ts';
import { underlinedBlank } from './blank-line.ts';
import { dropped, roleTick, tickBox } from './dropped.ts';
import { address, isStruck, lookOf, plainLook, type Look } from './look.ts';
import { hasContent, isElement, isNote, styleOf, wordsOf, type SourceElement, type SourceNode } from './source-node.ts';
import { unseen } from './unseen.ts';

/** A run of words, a break, a picture that stands between them, or a note. */
export type Piece = (Look & { text: string }) | 'break' | { picture: SourceElement } | { say: string };

const struck = '@有删除线的文字照原样带入，删除线没有保留：不要的请删去。';
const formula = '@的公式写成了一行文字：请核对。';

/** The words of a paragraph with bold, italic, links, high and low signs; everything else about their looks is dropped. */
export function piecesOf(nodes: readonly SourceNode[], look: Look = plainLook): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    if (isNote(node)) return [node];
    if (!isElement(node)) return textPieces(node.text, look);
    const reason = unseen(node);
    if (reason !== null) return reason === '' ? [] : [{ say: reason }];
    if (node.name === 'br') return isPageBreak(node) ? [] : ['break'];
    if (node.name === 'img' || node.name === 'v:imagedata') return [{ picture: node }];
    const box = tickBox(node);
    if (box) return [{ ...look, text: box }];
    const gone = dropped(node);
    if (gone) return [{ say: gone }];
    const line = underlinedBlank(node);
    if (line) return [{ ...look, text: line }];
    if (styleOf(node, 'mso-tab-count') !== '') return [{ ...look, text: ' ' }];
    return wrapped(node, piecesOf(once(node.children), lookOf(node, look)), look);
  });
}

/** A formula that stands there twice, for programs and drawn for eyes (KaTeX, MathJax), is read once. */
function once(nodes: readonly SourceNode[]): readonly SourceNode[] {
  const isFormula = (node: SourceNode): boolean =>
    isElement(node) &&
    unseen(node) === null &&
    (node.name === 'math' || node.children.some((inner) => isElement(inner) && inner.name === 'math'));
  return nodes.some(isFormula)
    ? nodes.filter((node) => !isElement(node) || node.attributes['aria-hidden'] !== 'true')
    : nodes;
}

function textPieces(text: string, look: Look): Piece[] {
  if (look.signs !== null)
    return signsOf(text, look.signs).map((piece) => ('text' in piece ? { ...look, ...piece } : piece));
  if (!look.lines || !/[\r\n]/.test(text)) return [{ ...look, text }];
  return text
    .split(/\r\n?|\n/)
    .flatMap((line, i): Piece[] => (i === 0 ? [{ ...look, text: line }] : ['break', { ...look, text: line }]));
}

/** What some elements show beside their words, or lose. */
function wrapped(node: SourceElement, inner: Piece[], look: Look): Piece[] {
  const text = (one: string): Piece => ({ ...look, text: one });
  if (node.name === 'q') return [text('“'), ...inner, text('”')];
  if (node.name === 'rt') return [text('（'), ...inner, text('）')];
  const tick = roleTick(node);
  if (tick) return [text(tick), ...inner];
  if (node.name === 'math') return [...inner, { say: formula }];
  if (node.name === 'a') return [...inner, ...lostAddress(node)];
  return isStruck(node) && wordsOf(node.children).trim() !== '' ? [...inner, { say: struck }] : inner;
}

const isPageBreak = (node: SourceElement): boolean => /page-break|mso-break-type/.test(node.attributes.style ?? '');
const fileName =
  /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|rtf|txt|csv|zip|rar|7z|jpe?g|png|gif|mp[34]|avi|wmv|flv)(?:[?#].*)?$/i;

/** A link whose address means nothing elsewhere keeps its words; that it pointed somewhere is said. Bookmarks point into the text itself. */
function lostAddress(node: SourceElement): Piece[] {
  const href = (node.attributes.href ?? '').trim();
  const words = readable(wordsOf(node.children).replace(/\s+/g, ' '));
  if (href === '' || href.startsWith('#') || node.children.length === 0) return [];
  if (address(node) !== null)
    return words === '' && hasContent(node.children)
      ? [{ say: `@图片上的链接（${readable(href)}）没有带入：需要的请在正文里写明。` }]
      : [];
  if (fileName.test(href) || fileName.test(words))
    return [{ say: `@的附件“${words}”（${readable(href)}）没有带入：请另行上传。` }];
  if (/^(?:javascript|vbscript|data|about):/i.test(href.replace(/\p{C}|\s/gu, '')))
    return [{ say: `@的链接“${words}”不是网址，只留下文字。` }];
  return [{ say: `@的链接“${words}”（${readable(href)}）在这里打不开，只留下文字。` }];
}
