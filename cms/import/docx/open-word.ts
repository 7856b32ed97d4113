import { element, isElement, type SourceNode } from '../../rich-text/from-html/source-node.ts';
import { withoutContents } from '../without-contents.ts';
import { ImportRefused } from '../old-story.ts';
import { toldAround } from './around.ts';
import { blockNodes } from './blocks.ts';
import { Numbering } from './numbering.ts';
import { WordPackage } from './package.ts';
import { sayings } from './sayings.ts';
import { Styles } from './styles.ts';
import type { Word } from './word.ts';
import { all, child, kids, readXml, type Xml } from './xml.ts';
import { append } from '../../../campaigns/lists/append.ts';

export interface OpenWord {
  word: Word;
  nodes: SourceNode[];
  /** What holds for the file as a whole, a sentence each. */
  notes: string[];
}

/**
 * A Word file as the nodes that the reader of foreign HTML takes. @throws ImportRefused, Unreadable
 * @param around the document that this one is a part of; pictures are counted through both
 */
export function openWord(bytes: Uint8Array, around: Word | null = null): OpenWord {
  const pack = new WordPackage(bytes);
  const beside = (type: string): Xml | null => pack.xml(pack.beside(type) ?? '');
  const styles = new Styles(beside('styles'));
  const word: Word = {
    pack,
    targets: pack.targets(pack.main),
    styles,
    numbering: new Numbering(beside('numbering'), styles),
    pictures: around?.pictures ?? [],
    fields: [],
    notes: [],
    boxes: [],
    carried: [],
    depth: (around?.depth ?? -1) + 1,
  };
  const source = pack.text(pack.main) ?? '';
  const shorter = withoutContents(source, pack.text(pack.beside('styles') ?? '') ?? '');
  const body = child(child(readXml(shorter ?? source), 'w:document'), 'w:body');
  if (!body) throw new ImportRefused('这不是 Word 文件（里面没有正文）：请用 Word 另存为 docx。');
  const nodes = blockNodes(kids(body), word);
  append(nodes, noteNodes(word));
  return { word, nodes, notes: [...(shorter === null ? [] : [sayings.contents]), ...toldAround(pack)] };
}

/** Foot- and endnotes behind the text. A note may hold another reference: the list grows while it is read. */
function noteNodes(word: Word): SourceNode[] {
  const nodes: SourceNode[] = [];
  for (let i = 0; i < word.notes.length; i += 1) {
    const { id, kind } = word.notes[i] ?? { id: '', kind: 'footnotes' };
    const part = word.pack.beside(kind);
    const found = all(part ? word.pack.xml(part) : null, kind === 'footnotes' ? 'w:footnote' : 'w:endnote').find(
      ({ attributes }) => attributes['w:id'] === id,
    );
    const { targets } = word;
    word.targets = part ? word.pack.targets(part) : targets;
    const inner = blockNodes(kids(found), word);
    word.targets = targets;
    const first = inner.find((node) => isElement(node) && node.name === 'p');
    if (first && isElement(first)) first.children.unshift({ text: `[${i + 1}] ` });
    else inner.unshift(element('p', [{ text: `[${i + 1}] ` }]));
    append(nodes, inner);
  }
  return nodes;
}
