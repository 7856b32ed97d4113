import PDFDocument from 'pdfkit';
import { breakLines, breakTitle } from './break-lines.ts';
import { places } from './places.ts';
import type { TypeCase, Weight } from './type-case.ts';

/** How a text is set; sizes in points. */
export interface Style {
  size: number;
  weight: Weight;
  /** Line height as a multiple of the size. */
  leading: number;
  color: string;
  /** Extra space between characters, in em. */
  tracking?: number;
}

export interface SheetOptions {
  /** Points; A4 is 595.28 × 841.89. */
  width: number;
  height: number;
  title: string;
  author: string;
  /** Stands in the file as its date, so that the same release gives the same bytes. */
  date: Date;
}

export type Pdf = InstanceType<typeof PDFDocument>;

/** A PDF in the making. Coordinates in points from the top left. */
export interface Sheet {
  readonly pdf: Pdf;
  measure(text: string, style: Style): number;
  wrap(text: string, style: Style, room: number): string[];
  wrapTitle(text: string, style: Style, room: number): string[];
  /** One line with its left end at `x`; `y` is the baseline. Returns the width. */
  line(text: string, x: number, y: number, style: Style): number;
  /** Lines from `y` down. Returns where the next thing begins. */
  lines(lines: readonly string[], x: number, y: number, style: Style): number;
  newPage(): void;
  bytes(): Promise<Uint8Array>;
}

/** Opens a sheet with the glyphs of `type`. A character that is not among them is drawn as □. */
export function openSheet(type: TypeCase, { width, height, title, author, date }: SheetOptions): Sheet {
  const size: [number, number] = [width, height];
  const pdf = new PDFDocument({
    size,
    margin: 0,
    autoFirstPage: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Author: author, Creator: author, Producer: author, CreationDate: date, ModDate: date },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const [name, font] of type.fonts) pdf.registerFont(name, font);

  /** @throws Error for a character that nobody put into the case: that would print as □ though the typeface has it */
  const fontOf = (char: string, weight: Weight): string | null => {
    const font = type.fontOf(char, weight);
    if (font === null && !type.missing.includes(char)) throw new Error(`字盘里没有备“${char}”字（${weight}）。`);
    return font;
  };
  const advances = new Map<string, number>();
  const advance = (char: string, weight: Weight): number => {
    const font = fontOf(char, weight);
    if (font === null) return 1;
    const key = `${weight}${char}`;
    const known = advances.get(key);
    if (known !== undefined) return known;
    const em = pdf.font(font, 1000).widthOfString(char) / 1000;
    advances.set(key, em);
    return em;
  };
  const set = (text: string, { weight, tracking = 0 }: Style) =>
    places(text, tracking, (char) => advance(char, weight));

  const sheet: Sheet = {
    pdf,
    measure: (text, style) => set(text, style).end * style.size,
    wrap: (text, style, room) => breakLines(text, room, (line) => sheet.measure(line, style)),
    wrapTitle: (text, style, room) => breakTitle(text, room, (line) => sheet.measure(line, style)),
    line(text, x, y, style) {
      const { chars, at, end } = set(text, style);
      for (let i = 0; i < chars.length; ) {
        const font = fontOf(chars[i] ?? '', style.weight);
        const from = x + (at[i] ?? 0) * style.size;
        let run = chars[i] ?? '';
        let next = i + 1;
        // Neighbours of one font without a gap between them are one piece of text, for those who copy it.
        while (
          font !== null &&
          next < chars.length &&
          fontOf(chars[next] ?? '', style.weight) === font &&
          Math.abs((at[next] ?? 0) - (at[next - 1] ?? 0) - advance(chars[next - 1] ?? '', style.weight)) < 1e-6
        ) {
          run += chars[next];
          next += 1;
        }
        if (font === null) tofu(pdf, from, y, style);
        else
          pdf
            .font(font, style.size)
            .fillColor(style.color)
            .text(run, from, y, { lineBreak: false, baseline: 'alphabetic' });
        i = next;
      }
      return end * style.size;
    },
    lines(lines, x, y, style) {
      const step = style.size * style.leading;
      // The middle of a Chinese character is .38 em above its baseline.
      lines.forEach((line, i) => sheet.line(line, x, y + step * (i + 0.5) + style.size * 0.38, style));
      return y + step * lines.length;
    },
    newPage: () => void pdf.addPage({ size, margin: 0 }),
    bytes: () =>
      new Promise((resolve, reject) => {
        pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
        pdf.on('error', reject);
        pdf.end();
      }),
  };
  return sheet;
}

/** The sign for a character that cannot be printed. */
function tofu(pdf: Pdf, x: number, y: number, { size, color }: Style): void {
  pdf
    .lineWidth(size * 0.05)
    .strokeColor(color)
    .rect(x + size * 0.1, y - size * 0.78, size * 0.8, size * 0.8)
    .stroke();
}
