import { create, type Font, type PathCommand } from 'fontkit';

/** The shapes in one small font, as `fillTypeCase` cuts them. */
export interface Glyphs {
  /** Width of a character in em. */
  advance(char: string): number;
  /** Its outline as SVG path data in em, the baseline at 0 and down positive; '' for a blank. */
  outline(char: string): string;
}

const letters: Record<PathCommand['command'], string> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/**
 * Reads a font; each shape when it is first asked for.
 * @throws Error when the bytes are no font
 */
export function readGlyphs(bytes: Buffer): Glyphs {
  const font = opened(bytes);
  const em = font.unitsPerEm;
  const glyph = (char: string) => font.glyphForCodePoint(char.codePointAt(0) ?? 0);
  const place = (at: number, i: number) => ((i % 2 === 0 ? at : -at) / em).toFixed(4);
  return {
    advance: (char) => glyph(char).advanceWidth / em,
    outline: (char) =>
      glyph(char)
        .path.commands.map(({ args, command }) => letters[command] + args.map(place).join(' '))
        .join(''),
  };
}

function opened(bytes: Buffer): Font {
  try {
    return create(bytes);
  } catch (error) {
    throw new Error('打印用的字体读不了：文件不是字体，或已损坏。请重新安装依赖（npm ci）。', { cause: error });
  }
}
