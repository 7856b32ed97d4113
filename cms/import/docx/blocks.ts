import { element, type SourceNode } from '../../rich-text/from-html/source-node.ts';
import { chunkNodes } from './chunk.ts';
import { inlineNodes } from './inline.ts';
import { paragraphNodes } from './paragraph.ts';
import { sayings } from './sayings.ts';
import { tableNodes } from './table.ts';
import type { Word } from './word.ts';
import { all, child, kids, type Xml } from './xml.ts';

/** The blocks of a body, a cell, a text box or a note, in reading order. */
export function blockNodes(nodes: readonly Xml[], word: Word): SourceNode[] {
  const found = nodes.flatMap((node) =>
    node.name === 'w:p'
      ? paragraphNodes(node, word)
      : marks.test(node.name)
        ? []
        : [...carried(word), ...otherNodes(node, word)],
  );
  return [...found, ...carried(word)];
}

/** Marks of places, which are no blocks. */
const marks = /^w:(?:bookmark\w+|perm\w+|proofErr|\w*Range(?:Start|End))$/;

/** Words of a paragraph whose end was deleted, with no paragraph behind it to go on in. */
const carried = (word: Word): SourceNode[] =>
  word.carried.length > 0 ? paragraphNodes({ name: 'w:p', attributes: {}, children: [] }, word) : [];

function otherNodes(node: Xml, word: Word): SourceNode[] {
  switch (node.name) {
    case 'w:tbl':
      return tableNodes(node, word);
    case 'w:altChunk':
      return chunkNodes(node, word);
    case 'w:subDoc':
      return [{ say: sayings.chunk('子文档') }];
    case 'w:sdt':
      return blockNodes(kids(child(node, 'w:sdtContent')), word);
    case 'mc:AlternateContent':
      return blockNodes(kids(child(node, 'mc:Choice') ?? child(node, 'mc:Fallback')), word);
    case 'w:del':
    case 'w:moveFrom':
      return all(node, 'w:delText', 'w:t').length > 0 ? [{ say: sayings.changed }] : [];
    case 'm:oMathPara':
    case 'm:oMath':
    case 'w:r':
    case 'w:hyperlink':
      return [element('p', inlineNodes([node], word, null))];
    default:
      return kids(node).length > 0 && !/Pr$/.test(node.name) ? blockNodes(kids(node), word) : [];
  }
}
