import { plainLines } from '../rich-text/plain-lines.ts';
import type { RichNode } from '../rich-text/node.ts';

const longest = 60;
const textOf = (node: RichNode | undefined): string => (node ? plainLines({ root: { type: 'root', children: [node] } }).join('') : '');
const plain = (text: string) => text.replace(/[\s　]/g, '');

/**
 * The story's title, and its text without the line that repeats it. In old office files it is the first heading, or a
 * short first line that does not end like a sentence.
 * @param stated by metadata, null when nothing says
 */
export function takeTitle(blocks: readonly RichNode[], stated: string | null, fallback: string): { title: string; blocks: RichNode[] } {
  const [first, ...rest] = blocks;
  const text = textOf(first).trim();
  if (stated?.trim()) return { title: stated.trim(), blocks: plain(text) === plain(stated) ? rest : [...blocks] };
  const isTitle = first && text !== '' && text.length <= longest && (first.type === 'heading' || (first.type === 'paragraph' && !/[。！？；：，、,.;]$/.test(text)));
  return isTitle ? { title: text, blocks: rest } : { title: fallback, blocks: [...blocks] };
}
