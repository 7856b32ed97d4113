import type { RichNode } from '../node.ts';
import { assemble } from './assemble.ts';
import type { SourcePicture } from './block.ts';
import { readBlocks } from './read-blocks.ts';
import type { SourceNode } from './source-node.ts';

export interface Reading {
  /** The editor's nodes, still with marks in them: `settle` turns these into notes. */
  blocks: RichNode[];
  /** An `upload` node's value is `old:<index>` of these. */
  pictures: SourcePicture[];
}

/**
 * The one reader of foreign HTML, for pasting and for importing: headings, paragraphs, lists, quotes, tables, rules, pictures;
 * bold, italic, links, small high and low signs. Every other element loses its tags and keeps its words, or is told. Pure; runs
 * in browsers too.
 */
export function readRich(nodes: readonly SourceNode[]): Reading {
  const pictures: SourcePicture[] = [];
  return { blocks: assemble(readBlocks(nodes, { pictures })), pictures };
}
