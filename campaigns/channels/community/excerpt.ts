import type { Release } from '../../ports/release.ts';
import { blocksOf, markOf } from '../shared/blocks.ts';

const sentence = /[^。！？；]*[。！？；]+[”’）》]*|[^。！？；]+$/gu;

/** The sentences of a text; closing quotes stay with theirs. */
export const sentencesOf = (text: string): string[] =>
  (text.match(sentence) ?? []).map((s) => s.trim()).filter((s) => s !== '');

/** How a story begins: its paragraphs up to the first heading or table, without pictures. */
export function paragraphsOf(release: Release): string[] {
  const blocks = blocksOf(release.html);
  const opening = blocks.findIndex(
    (block) => block.kind === 'heading' || ('text' in block && block.text.includes('｜')),
  );
  const lead = opening > 0 ? blocks.slice(0, opening) : blocks;
  const texts = lead.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'item'
      ? [(block.kind === 'item' && block.number !== null ? markOf(block) : '') + block.text.replace(/\n/g, '')]
      : [],
  );
  return texts.length > 0 ? texts : release.text.split(/\n\s*\n/).filter((text) => text.trim() !== '');
}

/**
 * The beginning of a story: as many whole paragraphs as there is room for, at least the first sentences of the first. A
 * later paragraph is never cut, because half of it may say the opposite of the whole.
 * @param wrap turns a paragraph into lines
 * @param fits whether paragraphs of these lines fit
 */
export function excerpt(
  paragraphs: readonly string[],
  wrap: (text: string) => string[],
  fits: (paragraphs: string[][]) => boolean,
): string[][] {
  const taken: string[][] = [];
  for (const paragraph of paragraphs) {
    const lines = wrap(paragraph);
    if (!fits([...taken, lines])) break;
    taken.push(lines);
  }
  // What is announced must follow.
  if (taken.length > 1 && taken.at(-1)?.at(-1)?.endsWith('：')) taken.pop();
  if (taken.length > 0) return taken;
  const sentences = sentencesOf(paragraphs[0] ?? '');
  const most = sentences.findLastIndex((_, i) => fits([wrap(sentences.slice(0, i + 1).join(''))])) + 1;
  return most > 0 ? [wrap(sentences.slice(0, most).join(''))] : [];
}
