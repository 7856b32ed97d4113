import type { SourceNode } from '../../rich-text/from-html/source-node.ts';
import { symbolOf } from '../../rich-text/symbols.ts';
import { formBox } from './box.ts';
import { quotable, sayings } from './sayings.ts';
import type { Word } from './word.ts';
import { child, kids, text, val, type Xml } from './xml.ts';

/** Follows the beginning, middle and end of fields; gives what a field shows that has no result of its own. */
export function fieldNodes(node: Xml, word: Word): SourceNode[] {
  if (node.name === 'w:instrText') {
    const open = word.fields.at(-1);
    if (open?.inCode) open.code += text(node);
    return [];
  }
  const kind = node.attributes['w:fldCharType'];
  if (kind === 'begin') word.fields.push({ code: '', inCode: true, shown: false, form: child(node, 'w:ffData') });
  const open = word.fields.at(-1);
  if (kind === 'separate' && open) open.inCode = false;
  if (kind !== 'end' || !open) return [];
  word.fields.pop();
  if (word.fields.some(({ inCode }) => inCode)) return [];
  const ticked = /^\s*FORMCHECKBOX\b/i.test(open.code) ? formBox(open.form) : null;
  if (ticked) return [ticked];
  return open.shown ? [] : resultless(open.code, open.form);
}

/** What belongs to programs, or leads somewhere else without a word: nobody sees it. */
const unseenFields =
  /^\s*(?:(?:XE|TC|TA|RD|SET|ASK|PRIVATE|ADVANCE|HYPERLINK|TOC|TOA|INDEX|BIBLIOGRAPHY|NOTEREF|PRINT|DATA|NEXT\w*|SKIPIF|ADDIN|BOOKMARK|FORMTEXT|COMMENTS|IF|PAGE|NUMPAGES|SECTION\w*|EMBED|LINK|SHAPE)(?:\s|$)|$)/i;

/** What a field shows of which the text keeps no result: Word makes it anew from the code. */
export function resultless(code: string, form: Xml | null): SourceNode[] {
  if (/^\s*EQ\b/i.test(code)) return equationField(code);
  if (/^\s*FORMDROPDOWN\b/i.test(code)) return chosen(child(form, 'w:ddList'));
  if (/^\s*(?:LISTNUM|AUTONUM\w*)\b/i.test(code)) return [{ say: sayings.lostNumber }];
  const [, place, font] = /^\s*SYMBOL\s+(0x[0-9a-f]+|\d+)(?:.*?\\f\s+"?([^"\\]+?)"?\s*(?:\\|$))?/i.exec(code) ?? [];
  const button = /^\s*MACROBUTTON\s+\S+\s+([\s\S]*\S)/i.exec(code)?.[1];
  if (button !== undefined) return [{ text: button }];
  if (place === undefined) return unseenFields.test(code) ? [] : [{ say: sayings.lostField(quotable(code)) }];
  const sign = symbolOf(font ?? '', Number(place).toString(16));
  return [sign === null ? { say: sayings.sign } : { text: sign }];
}

function chosen(list: Xml | null): SourceNode[] {
  const entries = kids(list)
    .filter(({ name }) => name === 'w:listEntry')
    .map(({ attributes }) => attributes['w:val'] ?? '');
  return [{ text: entries[Number(val(list, 'w:result') ?? val(list, 'w:default') ?? 0)] ?? '' }];
}

/** `EQ \o\ac(○,1)` is how Chinese Word draws circled numbers; other EQ fields are formulas. */
function equationField(code: string): SourceNode[] {
  const inCircle =
    /^\s*EQ\s*\\o\\ac\((?:\\s\\up\d+\()?[○〇Ｏ]\)?\s*,\s*(?:\\s\\(?:up|do)\d+\()?\s*(\d{1,2})\s*\)?\)/i.exec(code)?.[1];
  const number = Number(inCircle ?? 0);
  return number >= 1 && number <= 20
    ? [{ text: String.fromCodePoint(0x245f + number) }]
    : [{ say: sayings.lostFormula }];
}

/** The address that a HYPERLINK field or its code gives; null when it gives none outside the text. */
export function linkIn(code: string): string | null {
  const [, inside, quoted, bare] = /^\s*HYPERLINK\s+(\\l\s+)?(?:"([^"]*)"|([^\s\\]\S*))/i.exec(code) ?? [];
  return inside === undefined ? (quoted ?? bare ?? null) : null;
}

/** The link in whose result the text just is. */
export const linkOf = ({ fields }: Word): string | null =>
  fields
    .filter(({ inCode }) => !inCode)
    .map(({ code }) => linkIn(code))
    .findLast((link) => link !== null) ?? null;
