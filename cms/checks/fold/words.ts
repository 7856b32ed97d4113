import type { Folded } from './fold.ts';

/** A folded text as words are read in it: marks, blanks and soft line breaks between Chinese characters are gone. */
export interface Words {
  text: string;
  /** Index in the folded text; the last one is its end. */
  map: Int32Array;
}

const isHan = (code: number) => (code >= 0x3400 && code <= 0x9fff) || code >= 0xf900 && code <= 0xfaff;
/** What Markdown puts around letters, and what is put between them to pass a filter. */
const marks = new Set([...'*_~`·•‧^|\\']);
const blanks = new Set([' ', '\t', '\r', '\n']);

/**
 * One pass, linear. A blank line, and a line that begins with a list or heading sign, stay as `\n`; with `gaps` every
 * line end and blank does, for rules that ask where a sentence begins (“3月2日 周某”).
 */
export function words({ text }: Pick<Folded, 'text'>, gaps = false): Words {
  const out: string[] = [];
  const map = new Int32Array(text.length + 1);
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? '';
    if (isHan(text.charCodeAt(i))) {
      out.push(char);
      map[length++] = i;
      continue;
    }
    if (!blanks.has(char) && !marks.has(char)) {
      out.push(char.toLowerCase());
      map[length++] = i;
      continue;
    }
    let end = i;
    let ends = 0;
    while (end < text.length && (blanks.has(text[end] ?? '') || marks.has(text[end] ?? ''))) {
      if (text[end] === '\n') ends += 1;
      end += 1;
    }
    const between = isHan(text.charCodeAt(i - 1)) && isHan(text.charCodeAt(end));
    const keep = ends > 1 || (ends === 1 && (gaps || !between)) ? '\n' : between && !gaps ? '' : text.slice(i, end).includes(' ') ? ' ' : '';
    if (keep) {
      out.push(keep);
      map[length++] = i;
    }
    i = end - 1;
  }
  map[length] = text.length;
  return { text: out.join(''), map: map.subarray(0, length + 1) };
}
