import { isElement, wordsOf, type SourceNode } from '../../rich-text/from-html/source-node.ts';
import { child, kids, type Xml } from './xml.ts';

/**
 * Of two forms of the same thing (mc:AlternateContent) the newer one; where that gives nothing that can be shown (a model in
 * three dimensions, ink), the picture that stands in for it. Its words are never taken: they say that Word is too old.
 */
export function either(node: Xml, read: (inner: Xml) => SourceNode[]): SourceNode[] {
  const newer = child(node, 'mc:Choice');
  const found = kids(newer).flatMap(read);
  const older = kids(child(node, 'mc:Fallback'));
  if (newer === null) return older.flatMap(read);
  if (wordsOf(found).trim() !== '' || hasPicture(found) || !older.some(holdsPicture)) return found;
  return older.flatMap(read);
}

const hasPicture = (nodes: readonly SourceNode[]): boolean =>
  nodes.some((node) => isElement(node) && (node.name === 'img' || hasPicture(node.children)));
/** A picture and no box of words. */
const holdsPicture = (node: Xml): boolean =>
  node.name !== 'w:txbxContent' && (node.name === 'pic:pic' || kids(node).some(holdsPicture));
