import { escapeHtml } from '../escape.ts';
import { hasClass, isElement, styleOf, type SourceElement, type SourceNode } from './source-node.ts';
import { isUnseen } from './unseen.ts';

/** A run of words, a break, or a picture that stands between them. */
export type Piece = { text: string; bold: boolean; italic: boolean; link: string | null } | 'break' | { picture: SourceElement };

interface Look {
  bold: boolean;
  italic: boolean;
  link: string | null;
}

const cjk = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f“”‘’—…';
/** A line end of the source between two Chinese characters, tags of ours not counted. */
const betweenHan = new RegExp(`(?<=[${cjk}](?:<[^>]+>)*) ?\\n ?(?=(?:<[^>]+>)*[${cjk}])`, 'g');

/** The words of a paragraph with bold, italic and links; everything else about their looks is dropped. */
export function piecesOf(nodes: SourceNode[], look: Look = { bold: false, italic: false, link: null }): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    if (!isElement(node)) return [{ text: node.text, ...look }];
    if (isUnseen(node)) return [];
    if (node.name === 'br') return isPageBreak(node) ? [] : ['break'];
    if (node.name === 'img' || node.name === 'v:imagedata') return [{ picture: node }];
    if (styleOf(node, 'mso-tab-count') !== '') return [{ text: ' ', ...look }];
    return piecesOf(node.children, lookOf(node, look));
  });
}

const isPageBreak = (node: SourceElement): boolean => /page-break|mso-break-type/.test(node.attributes.style ?? '');

function lookOf(node: SourceElement, look: Look): Look {
  const weight = styleOf(node, 'font-weight');
  const bold = weight ? /^(bold|bolder|[6-9]00)$/.test(weight) : look.bold || node.name === 'b' || node.name === 'strong' || hasClass(node, /^MsoStrong$/i);
  const slant = styleOf(node, 'font-style');
  const italic = slant ? /^(italic|oblique)/.test(slant) : look.italic || node.name === 'i' || node.name === 'em';
  return { bold, italic, link: node.name === 'a' ? address(node) : look.link };
}

/** Addresses that may go out; bookmarks, comments and files of the writer's own machine may not. */
function address({ attributes }: SourceElement): string | null {
  const href = (attributes.href ?? '').trim();
  return /^(https?:\/\/|mailto:|tel:)/i.test(href) ? href : null;
}

/** The pieces as HTML on one line: spaces of the source are no spaces of the text; none at the ends. */
export function inlineHtml(pieces: Piece[], plain = false): string {
  const runs: Exclude<Piece, { picture: SourceElement }>[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (piece === 'break') runs.push(piece);
    else if ('picture' in piece) continue;
    else if (last && last !== 'break' && sameLook(last, piece)) runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else runs.push({ ...piece });
  }
  const html = runs.map((run) => (run === 'break' ? '<br>' : wrap(run, plain))).join('');
  return html
    .replace(/^(?:\s|　|<br>)+|(?:\s|　|<br>)+$/g, '')
    .replace(/\s*<br>\s*/g, '<br>')
    .replace(betweenHan, '')
    .replace(/\n/g, ' ')
    // A run of blanks that two looks share is one blank.
    .replace(/ +((?:<[^>]+>)*) +/g, ' $1');
}

const sameLook = (a: Look, b: Look): boolean => a.bold === b.bold && a.italic === b.italic && a.link === b.link;

function wrap({ text, bold, italic, link }: Look & { text: string }, plain: boolean): string {
  const words = text.replace(/[\s\u00a0\u2002-\u200a\ufeff]+/g, (blank) => (/[\r\n]/.test(blank) ? '\n' : ' ')).replace(/[\u200b-\u200f\u202a-\u202e\u2060]/g, '');
  let html = escapeHtml(words).replaceAll('&#39;', "'");
  if (words.trim() === '') return html;
  if (italic && !plain) html = `<em>${html}</em>`;
  if (bold && !plain) html = `<strong>${html}</strong>`;
  return link ? `<a href="${escapeHtml(link)}">${html}</a>` : html;
}
