import { isWithinName } from '../people/dotted-names.ts';
import type { Folded } from './fold.ts';

/** A folded text as words are read in it: marks, blanks and soft line breaks between Chinese characters are gone. */
export interface Words {
  text: string;
  /** Index in the folded text; the last one is its end. */
  map: Int32Array;
}

const isHan = (code: number) => (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
const isDigit = (code: number) => code >= 48 && code <= 57;
/** What Markdown puts around letters, and what is put between them to pass a filter. */
const marks = '*_~`·•‧^|\\';
const commas = '，、';
const dot = /^[ \t*_~`]*[·•‧][ \t*_~`]*$/;
const blanks = ' \t\r\n';
const soft = new Uint8Array(0x2028);
for (const char of marks + blanks) soft[char.charCodeAt(0)] = 1;
const isSoft = (code: number): boolean => soft[code] === 1;

/** Between two rows of a table: what stands in one says nothing of the next. */
const rowEnd = /\|[ \t\r]*\n[ \t]*\|/;

/**
 * One pass, linear. The blank that typesetters put around figures (“今年 12 岁”) is gone too. A blank line, the end of a table's row, and a line that begins with a list or heading sign, stay as `\n`; with `gaps` every
 * line end and blank does, for rules that ask where a sentence begins (“3月2日 周某”).
 */
export function words({ text: folded }: Pick<Folded, 'text'>, gaps = false): Words {
  const text = lower(folded);
  const out: string[] = [];
  const map = new Int32Array(text.length + 1);
  let length = 0;
  let from = 0;
  const put = (to: number) => {
    for (let i = from; i < to; i += 1) map[length++] = i;
    out.push(text.slice(from, to));
  };
  for (let i = 0; i < text.length; i += 1) {
    if (!isSoft(text.charCodeAt(i))) continue;
    if (i > from) put(i);
    let end = i;
    let ends = 0;
    for (let code = text.charCodeAt(i); isSoft(code); code = text.charCodeAt(end)) {
      if (code === 10) ends += 1;
      end += 1;
    }
    const [left, right] = [text.charCodeAt(i - 1), text.charCodeAt(end)];
    // A line that ends with a comma goes on in the next.
    const between = (isHan(left) || commas.includes(text[i - 1] ?? ' ')) && isHan(right);
    const around = end === i + 1 && text[i] === ' ' && (isHan(left) ? isDigit(right) : isDigit(left) && isHan(right));
    // 买买提·艾山 is a name only with its dot; 老·赖 hides a word.
    const isName = between && ends === 0 && dot.test(text.slice(i, end)) && isWithinName(text, i - 1, end);
    const isRow = ends === 1 && rowEnd.test(text.slice(i, end));
    const keep =
      ends > 1 || isRow || (ends === 1 && (gaps || !between))
        ? '\n'
        : isName
          ? '·'
          : (between || around) && !gaps
            ? ''
            : text.slice(i, end).includes(' ')
              ? ' '
              : '';
    if (keep) {
      out.push(keep);
      map[length++] = i;
    }
    from = end;
    i = end - 1;
  }
  if (text.length > from) put(text.length);
  map[length] = text.length;
  return { text: out.join(''), map: map.subarray(0, length + 1) };
}

/** The same length, character by character where lower case is longer. */
function lower(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length
    ? small
    : Array.from({ length: text.length }, (_, i) => (text[i] ?? '').toLowerCase()[0] ?? '').join('');
}
