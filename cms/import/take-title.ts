import { hasWords } from '../rich-text/from-html/block.ts';
import { plainLines } from '../rich-text/plain-lines.ts';
import type { RichNode } from '../rich-text/node.ts';

const longest = 60;
const textOf = (node: RichNode | undefined): string =>
  node ? plainLines({ root: { type: 'root', children: [node] } }).join('') : '';
const plain = (text: string) => text.replace(/[\s　]/g, '');

/**
 * The story's title, and its text without the line that repeats it. In old office files it is the first heading, or a
 * short first line that does not end like a sentence. A text of one line is its own body: the line is both.
 * @param stated by metadata, null when nothing says
 */
export function takeTitle(
  blocks: readonly RichNode[],
  stated: string | null,
  fallback: string,
): { title: string; blocks: RichNode[] } {
  const at = blocks.findIndex((node) => node.type === 'upload' || hasWords(node));
  const first = blocks[at];
  const text = textOf(first).trim();
  const rest = blocks.filter((_, i) => i !== at);
  const without = rest.some((node) => node.type === 'upload' || hasWords(node)) ? rest : [...blocks];
  if (stated?.trim()) return { title: stated.trim(), blocks: plain(text) === plain(stated) ? without : [...blocks] };
  const isTitle =
    first &&
    text !== '' &&
    text.length <= longest &&
    (first.type === 'heading' || (first.type === 'paragraph' && !/[。！？；：，、,.;]$/.test(text)));
  return isTitle ? { title: text, blocks: without } : { title: fallback, blocks: [...blocks] };
}
