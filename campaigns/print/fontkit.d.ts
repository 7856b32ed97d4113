declare module 'fontkit' {
  export interface PathCommand {
    command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
    args: number[];
  }
  /** Lengths in font units, up is positive. */
  export interface Glyph {
    advanceWidth: number;
    path: { commands: PathCommand[] };
  }
  export interface Font {
    unitsPerEm: number;
    /** The glyph of a character; that of □ where the font has none. */
    glyphForCodePoint(point: number): Glyph;
  }
  /** @throws Error when the bytes are no font that it knows */
  export function create(bytes: Uint8Array): Font;
}
