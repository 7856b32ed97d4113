import { decodeHTML } from 'entities';
import sanitizeHtml from 'sanitize-html';

const blockEnd = /<\/(?:p|h[1-6]|li|blockquote|figcaption|tr|table|ul|ol)>|<hr\s*\/?>/gi;

/** Plain text of clean HTML; paragraphs, headings, list items and table rows separated by a blank line. */
export function htmlToText(html: string): string {
  const marked = html
    .replace(/\s*\n\s*/g, '')
    .replace(/<br\s*\/?>/gi, '\u0001')
    .replace(/<\/t[hd]>(?=\s*<t[hd])/gi, '｜')
    .replace(blockEnd, '\u0002')
    // A list inside an item begins a line of its own.
    .replace(/<[uo]l\b/gi, '\u0002$&');
  return decodeHTML(sanitizeHtml(marked, { allowedTags: [], allowedAttributes: {} }))
    .split('\u0002')
    .map((part) => part.replaceAll('\u0001', '\n').trim())
    .filter((part) => part !== '')
    .join('\n\n');
}
