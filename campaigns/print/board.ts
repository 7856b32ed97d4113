import { breakLines, breakTitle } from './break-lines.ts';
import { readGlyphs, type Glyphs } from './glyphs.ts';
import { places } from './places.ts';
import type { Style } from './sheet.ts';
import type { TypeCase } from './type-case.ts';

/** A picture in the making, as SVG whose letters are outlines: it looks the same on machines without Chinese fonts. Pixels. */
export interface Board {
  measure(text: string, style: Style): number;
  wrap(text: string, style: Style, room: number): string[];
  wrapTitle(text: string, style: Style, room: number): string[];
  /** One line with its left end at `x`; `y` is the baseline. */
  line(text: string, x: number, y: number, style: Style): void;
  /** Lines from `y` down. Returns where the next thing begins. */
  lines(lines: readonly string[], x: number, y: number, style: Style): number;
  /** Anything else, as SVG. */
  add(svg: string): void;
  svg(): string;
}

/**
 * Opens a picture with the glyphs of `type`. A character that the typeface lacks is drawn as □; one that nobody put into
 * the case throws.
 */
export function openBoard(type: TypeCase, width: number, height: number, paper: string): Board {
  const fonts = new Map<string, Glyphs>();
  const glyphsOf = (char: string, style: Style): Glyphs | null => {
    const name = type.fontOf(char, style.weight);
    if (name === null && !type.missing.includes(char)) throw new Error(`字盘里没有备“${char}”字（${style.weight}）。`);
    const font = name === null ? undefined : type.fonts.get(name);
    if (name === null || !font) return null;
    const known = fonts.get(name) ?? readGlyphs(font);
    fonts.set(name, known);
    return known;
  };
  const set = (text: string, style: Style) =>
    places(text, style.tracking ?? 0, (char) => glyphsOf(char, style)?.advance(char) ?? 1);
  const parts: string[] = [];
  const board: Board = {
    measure: (text, style) => set(text, style).end * style.size,
    wrap: (text, style, room) => breakLines(text, room, (line) => board.measure(line, style)),
    wrapTitle: (text, style, room) => breakTitle(text, room, (line) => board.measure(line, style)),
    line(text, x, y, style) {
      const { chars, at } = set(text, style);
      const outlines = chars.map((char, i) => {
        const glyphs = glyphsOf(char, style);
        const path = glyphs ? glyphs.outline(char) : 'M.1 -.78h.8v.8h-.8zM.15 -.73v.7h.7v-.7z';
        return path && `<path transform="translate(${(at[i] ?? 0).toFixed(4)})" d="${path}"/>`;
      });
      parts.push(
        `<g transform="translate(${x} ${y}) scale(${style.size})" fill="${style.color}">${outlines.join('')}</g>`,
      );
    },
    lines(lines, x, y, style) {
      const step = style.size * style.leading;
      lines.forEach((line, i) => board.line(line, x, y + step * (i + 0.5) + style.size * 0.38, style));
      return y + step * lines.length;
    },
    add: (svg) => void parts.push(svg),
    svg: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${paper}"/>${parts.join('')}</svg>`,
  };
  return board;
}
