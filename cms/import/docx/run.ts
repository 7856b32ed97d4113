import { blankLine } from '../../rich-text/from-html/blank-line.ts';
import { element, hasContent, wordsOf, type SourceNode } from '../../rich-text/from-html/source-node.ts';
import { isPictureFont, signsOf, symbolOf } from '../../rich-text/symbols.ts';
import { drawingNodes } from './drawing.ts';
import { either } from './either.ts';
import { fieldNodes, linkOf } from './field.ts';
import { sayings } from './sayings.ts';
import { nearest, settled } from './styles.ts';
import type { Word } from './word.ts';
import { all, child, kids, text, type Xml } from './xml.ts';

/** One run of a paragraph: its words with what of their looks is kept. */
export function runNodes(run: Xml, word: Word, paragraphStyle: string | null): SourceNode[] {
  const own = child(run, 'w:rPr');
  const properties = word.styles.runProperties(own, paragraphStyle);
  const font = child(own, 'w:rFonts')?.attributes['w:ascii'] ?? null;
  const inner = kids(run).flatMap((node) => partNodes(node, word, font, paragraphStyle));
  if (inner.length > 0) for (const field of word.fields) field.shown ||= !field.inCode;
  if (settled(properties, 'w:vanish')) return hasContent(inner) ? [{ say: sayings.hidden }] : [];
  if (inner.length === 0) return [];
  const link = linkOf(word);
  return link === null
    ? looks(inner, properties, word.styles.ownProperties(own))
    : [element('a', looks(inner, properties, word.styles.ownProperties(own)), { href: link })];
}

const isUnderlined = (own: readonly (Xml | null)[]): boolean => !['none', null].includes(nearest(own, 'w:u'));

/** Marks of notes stand in brackets, on the line. */
const isMark = (nodes: readonly SourceNode[]): boolean =>
  nodes.every((node) => 'text' in node && /^\[\d+\]$/.test(node.text));

function looks(inner: SourceNode[], all: readonly (Xml | null)[], own: readonly (Xml | null)[]): SourceNode[] {
  if (isUnderlined(own) && inner.every((node) => 'text' in node && node.text.trim() === ''))
    return [{ text: blankLine(wordsOf(inner).length) }];
  let nodes = inner;
  const wrap = (name: string) => (nodes = [element(name, nodes)]);
  const align = nearest(all, 'w:vertAlign');
  if (align === 'superscript' && !isMark(inner)) wrap('sup');
  if (align === 'subscript') wrap('sub');
  if (settled(own, 'w:strike') || settled(own, 'w:dstrike')) wrap('s');
  if (settled(own, 'w:i')) wrap('em');
  if (settled(own, 'w:b')) wrap('strong');
  return nodes;
}

function partNodes(node: Xml, word: Word, font: string | null, style: string | null): SourceNode[] {
  const inCode = word.fields.some((field) => field.inCode);
  switch (node.name) {
    case 'w:fldChar':
    case 'w:instrText':
      return fieldNodes(node, word);
    case 'w:t':
      return inCode ? [] : letters(text(node), font);
    case 'w:tab':
    case 'w:ptab':
      return [{ text: ' ' }];
    case 'w:cr':
      return [element('br', [])];
    case 'w:br':
      return /^(?:page|column)$/.test(node.attributes['w:type'] ?? '') ? [] : [element('br', [])];
    case 'w:noBreakHyphen':
      return [{ text: '-' }];
    case 'w:sym':
      return inCode ? [] : sign(node.attributes['w:font'] ?? '', node.attributes['w:char'] ?? '');
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return [noteMark(node, word)];
    case 'w:commentReference':
      return [{ say: sayings.remark }];
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return drawingNodes(node, word);
    case 'w:ruby':
      return [
        element('ruby', [
          ...runsIn(child(node, 'w:rubyBase'), word, style),
          element('rt', runsIn(child(node, 'w:rt'), word, style)),
        ]),
      ];
    case 'mc:AlternateContent':
      return either(node, (inner) => partNodes(inner, word, font, style));
    case 'w:contentPart':
      return [{ say: sayings.ink }];
    default:
      if (silent.test(node.name)) return [];
      return kids(node).length > 0
        ? kids(node).flatMap((inner) => partNodes(inner, word, font, style))
        : [{ say: sayings.unknown(node.name) }];
  }
}

/** Properties, separators, and places that only printing fills. */
const silent =
  /^w:(?:\w*Pr|footnoteRef|endnoteRef|annotationRef|separator|continuationSeparator|lastRenderedPageBreak|softHyphen|pgNum|delText|delInstrText)$/;
const runsIn = (holder: Xml | null, word: Word, style: string | null): SourceNode[] =>
  all(holder, 'w:r').flatMap((run) => runNodes(run, word, style));

const letters = (words: string, font: string | null): SourceNode[] =>
  isPictureFont(font) ? signsOf(words, font) : [{ text: words }];

function sign(font: string, hex: string): SourceNode[] {
  const found = symbolOf(font, hex);
  return found === null ? [{ say: sayings.sign }] : [{ text: found }];
}

/** Notes stand at the end of the text, as [1], [2] … in the order in which it refers to them. */
function noteMark(node: Xml, word: Word): SourceNode {
  const kind = node.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes';
  const id = node.attributes['w:id'] ?? '';
  const at = word.notes.findIndex((note) => note.kind === kind && note.id === id);
  if (at < 0) word.notes.push({ kind, id });
  return { text: `[${at < 0 ? word.notes.length : at + 1}]` };
}
