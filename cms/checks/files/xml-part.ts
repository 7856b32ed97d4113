import { cellSign } from '../cell-sign.ts';
import type { CheckedText } from '../checked-text.ts';
import { decodeAddress } from '../fold/asides.ts';
import { lastBefore } from './last-before.ts';
import { parseXml } from './parse-xml.ts';
import { append } from '../../../campaigns/lists/append.ts';

export interface XmlPart {
  /** What it is to the reader: 正文、页眉、批注 … */
  field: string;
  kind: 'prose' | 'machine';
}

interface Piece {
  text: string;
  change: 'kept' | 'deleted' | 'inserted';
}
/** Elements whose runs belong together: a paragraph, a string of a sheet, a comment of a sheet. */
const paragraphs = new Set(['p', 'h', 'si', 'is', 'comment']);
/** What ends a cell in Word, PowerPoint and OpenDocument. */
const cells = new Set(['tc', 'table-cell', 'covered-table-cell']);
const rows = new Set(['tr', 'table-row']);
/** How a word is spoken, printed small above it (ruby): not part of the word. */
const spoken = new Set(['rt', 'rPh', 'ruby-text']);
const signs: Record<string, string> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  softHyphen: '-',
  s: ' ',
  'line-break': '\n',
};
const deleted = new Set(['del', 'moveFrom']);
const inserted = new Set(['ins', 'moveTo']);
const readAttributes = new Set(['descr', 'title', 'alt', 'tooltip', 'display', 'prompt', 'promptTitle', 'error']);
const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Every text of one XML part of an office file (ECMA-376): paragraphs with their runs joined, field codes, and attributes
 * that are read or hold long numbers. Where changes were tracked, the text is given as it is now, as it was, and with both.
 */
export function readXmlPart(xml: string, { field, kind }: XmlPart): CheckedText[] {
  const done: Piece[][] = [];
  const open: Piece[][] = [];
  const loose: Piece[] = [];
  const codes: string[] = [];
  const asides: CheckedText[] = [];
  const path: string[] = [];
  let aloud = 0;
  let reading = '';
  let gone = 0;
  let fresh = 0;
  const add = (text: string) =>
    (open.at(-1) ?? loose).push({ text, change: gone > 0 ? 'deleted' : fresh > 0 ? 'inserted' : 'kept' });
  parseXml(xml, {
    onopentag(name, attributes) {
      const element = local(name);
      path.push(element);
      if (paragraphs.has(element)) open.push([]);
      if (deleted.has(element)) gone += 1;
      if (inserted.has(element)) fresh += 1;
      if (spoken.has(element)) aloud += 1;
      const sign = signs[element];
      if (sign !== undefined && open.length > 0) add(sign);
      append(asides, attributeTexts(field, element, attributes));
    },
    ontext(text) {
      const element = path.at(-1) ?? '';
      if (aloud > 0) reading += text;
      else if (element === 'instrText' || element === 'delInstrText') codes.push(text);
      else if (open.length > 0 || text.trim()) add(text);
    },
    onclosetag(name) {
      const element = local(name);
      path.pop();
      if (deleted.has(element)) gone -= 1;
      if (inserted.has(element)) fresh -= 1;
      if (spoken.has(element) && (aloud -= 1) === 0) {
        asides.push({ field: `${field}注音`, text: reading, kind: 'machine' });
        reading = '';
      }
      if (cells.has(element)) done.at(-1)?.push({ text: cellSign, change: 'kept' });
      if (rows.has(element)) done.at(-1)?.push({ text: '\n', change: 'kept' });
      if (paragraphs.has(element)) done.push(open.pop() ?? []);
      else if (open.length === 0 && loose.length > 0) done.push(loose.splice(0));
    },
    oncomment: (text) => asides.push({ field: `${field}注释`, text, kind: 'machine' }),
  });
  if (loose.length > 0) done.push(loose);
  if (codes.length > 0) asides.push({ field: `${field}域代码`, text: decodeAddress(codes.join('')), kind: 'machine' });
  return [...readings(done, field, kind), ...asides];
}

/** As it stands now; if changes were tracked, also as it was before, and everything together. */
function readings(done: readonly Piece[][], field: string, kind: XmlPart['kind']): CheckedText[] {
  const isTracked = done.some((pieces) => pieces.some(({ change }) => change !== 'kept'));
  const ways: [string, (piece: Piece) => boolean][] = [[field, ({ change }) => change !== 'deleted']];
  if (isTracked) ways.push([`${field}修订前`, ({ change }) => change !== 'inserted'], [`${field}修订痕迹`, () => true]);
  return ways.map(([name, keeps]) =>
    paragraphText(
      name,
      kind,
      done.map((pieces) =>
        pieces
          .filter(keeps)
          .map(({ text }) => text)
          .join(''),
      ),
    ),
  );
}

/** Paragraphs as one text, so that a number broken over two of them is still one number; cells of one row in one line. */
function paragraphText(
  field: string,
  kind: XmlPart['kind'],
  all: readonly string[],
  nameOf = (i: number) => `${field}第${i + 1}段`,
): CheckedText {
  const starts: { at: number; i: number }[] = [];
  let length = 0;
  for (const [i, paragraph] of all.entries()) {
    starts.push({ at: length, i });
    length += paragraph.length + (paragraph.endsWith(cellSign) ? 0 : 2);
  }
  const at = (offset: number) => nameOf(lastBefore(starts, offset)?.i ?? 0);
  return {
    field,
    text: all
      .map((paragraph, i) => (paragraph.endsWith(cellSign) || i === all.length - 1 ? paragraph : `${paragraph}\n\n`))
      .join(''),
    kind,
    at,
  };
}

function attributeTexts(field: string, element: string, attributes: Record<string, string>): CheckedText[] {
  return Object.entries(attributes).flatMap(([key, value]) => {
    const name = local(key);
    if (readAttributes.has(name) && value.trim())
      return [{ field: `${field}替代文字`, text: value, at: () => `${field} ${element} ${name}` }];
    if (
      name === 'xmlns' ||
      key.startsWith('xmlns') ||
      (value.match(/[\p{Nd}一二三四五六七八九〇]/gu)?.length ?? 0) < 11
    )
      return [];
    return [{ field, text: decodeAddress(value), kind: 'machine' as const, at: () => `${field} ${element} ${name}` }];
  });
}
