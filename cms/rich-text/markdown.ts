import { chineseMarked } from './chinese-marked.ts';
import sanitizeHtml from 'sanitize-html';

const marked = chineseMarked();

/** What a story's text may hold; everything else is dropped, its words stay. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['h2', 'h3', 'p', 'br', 'strong', 'em', 'a', 'ul', 'ol', 'li', 'blockquote', 'hr',
    'table', 'thead', 'tbody', 'tr', 'th', 'td', 'figure', 'figcaption', 'img'],
  allowedAttributes: {
    a: ['href'],
    th: ['align', 'scope'],
    td: ['align'],
    ol: ['start'],
    img: ['src', 'srcset', 'width', 'height', 'alt', 'data-media'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  // The page's own title is the only h1; a draft's levels are folded into the two that the design draws (look.md §3).
  transformTags: { h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3', b: 'strong', i: 'em' },
};

/** Clean HTML of a Markdown text: h2–h3, paragraphs, lists, tables, quotes, links. Safe to put on a page as it is. */
export function markdownToHtml(body: string): string {
  return sanitizeHtml(marked.parse(body, { async: false }), allowed).trim();
}
