import { closes, gap, opens } from './spacing.ts';

/** Where each character of a line stands, in em from the line's left end; a blank half at either end does not count. */
export interface Places {
  chars: string[];
  at: number[];
  end: number;
}

/**
 * Sets one line. Control characters are left out.
 * @param tracking extra space between characters, in em
 * @param advance width of a character in em
 */
export function places(text: string, tracking: number, advance: (char: string) => number): Places {
  const blank = (char: string) => (advance(char) > 0.8 ? 0.5 : 0);
  const chars = [...text.normalize('NFC')].filter((char) => !/\p{C}/u.test(char));
  const at: number[] = [];
  let x = chars[0] !== undefined && opens(chars[0]) ? -blank(chars[0]) : 0;
  for (const [i, char] of chars.entries()) {
    const before = chars[i - 1];
    if (before !== undefined) {
      const space = gap(before, char);
      x += tracking + (space < 0 ? -Math.min(blank(before), blank(char)) : space);
    }
    at.push(x);
    x += advance(char);
  }
  const last = chars.at(-1);
  return { chars, at, end: x - (last !== undefined && closes(last) ? blank(last) : 0) };
}
