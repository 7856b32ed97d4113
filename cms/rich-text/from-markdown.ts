import { readRich } from './from-html/read.ts';
import { settle } from './from-html/settle.ts';
import { block } from './make.ts';
import { markdownNodes } from './markdown-nodes.ts';
import type { RichNode, RichText } from './node.ts';

/**
 * Our own Markdown as the editor's state: h2–h3, paragraphs, lists, quotes, tables, rules, bold, italic, links. Pictures are
 * not taken: here nobody could put them into the media room.
 */
export function markdownToRichText(markdown: string): RichText {
  const read = readRich(markdownNodes(markdown)).blocks.map(ranked);
  return {
    root: block(
      'root',
      settle(read).blocks.filter(({ type }) => type !== 'upload'),
    ),
  };
}

/** The writer's own ranks: `#` and `##` are h2, all others h3, also where there is no h2. */
const ranked = ({ level, ...node }: RichNode): RichNode =>
  typeof level === 'number' ? { ...node, tag: level <= 2 ? 'h2' : 'h3' } : node;
