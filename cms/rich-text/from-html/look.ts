import type { Raise } from '../raised.ts';
import { isPictureFont } from '../symbols.ts';
import { hasClass, styleOf, type SourceElement } from './source-node.ts';

/** What of an inline element's looks is kept. */
export interface Look {
  bold: boolean;
  italic: boolean;
  link: string | null;
  raise: Raise | null;
  /** Line ends of the source are line ends of the text. */
  lines: boolean;
  /** The font that draws pictures in place of these letters. */
  signs: string | null;
}

export const plainLook: Look = { bold: false, italic: false, link: null, raise: null, lines: false, signs: null };
export const sameLook = (a: Look, b: Look): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.link === b.link && a.raise === b.raise;

export function lookOf(node: SourceElement, look: Look): Look {
  const { name } = node;
  const weight = styleOf(node, 'font-weight');
  const bold = weight
    ? /^(bold|bolder|[6-9]00)$/.test(weight)
    : look.bold || name === 'b' || name === 'strong' || hasClass(node, /^MsoStrong$/i);
  const slant = styleOf(node, 'font-style');
  const italic = slant ? /^(italic|oblique)/.test(slant) : look.italic || name === 'i' || name === 'em';
  return {
    bold,
    italic,
    link: name === 'a' && 'href' in node.attributes ? address(node) : look.link,
    raise: raiseOf(node) ?? look.raise,
    lines: look.lines || keepsLines(node),
    signs: signsFont(node, look.signs),
  };
}

function signsFont(node: SourceElement, outer: string | null): string | null {
  const stated = styleOf(node, 'font-family') || (node.name === 'font' ? (node.attributes.face ?? '') : '');
  if (stated === '' || stated === 'inherit') return outer;
  const font = (stated.split(',')[0] ?? '').replace(/["']|&quot;/g, '').trim();
  return isPictureFont(font) ? font : null;
}

function raiseOf(node: SourceElement): Raise | null {
  const align = styleOf(node, 'vertical-align');
  if (node.name === 'sup' || align === 'super') return 'super';
  return node.name === 'sub' || align === 'sub' ? 'sub' : null;
}

const keepsLines = (node: SourceElement): boolean =>
  /^(?:pre|listing|xmp|plaintext|textarea)$/.test(node.name) ||
  /^(?:pre|break-spaces)/.test(styleOf(node, 'white-space'));

/** Addresses that may go out; bookmarks, comments and files of the writer's own machine may not. */
export function address({ attributes }: SourceElement): string | null {
  const href = (attributes.href ?? '').trim();
  return /^(https?:\/\/|mailto:|tel:)/i.test(href) ? href : null;
}

/** Struck out is not said in any other way. */
export const isStruck = (node: SourceElement): boolean =>
  /^(?:s|strike|del)$/.test(node.name) ||
  /line-through/.test(styleOf(node, 'text-decoration') + styleOf(node, 'text-decoration-line'));
