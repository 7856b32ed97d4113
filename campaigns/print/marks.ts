import { encode } from 'uqr';
import type { Pdf } from './sheet.ts';

/** Colours of the look on paper (look.md §1). */
export const ink = {
  text: '#1b1d20',
  second: '#44474c',
  third: '#5f6369',
  line: '#b9b6ad',
  seal: '#b3261e',
  cut: '#fffdf9',
};

const body = 'M3 .8 45.4.2 47.6 2.6 48 45 45.6 47.8 2.2 48 .3 46 0 3z';
const strokes = 'M18.2 6.5 8 22.5M13.6 15.5V42M31.5 6v5.4M21 14h21M24 20.6h15M24 26.8h15M25.6 33.6h11.8v6.8h-11.8z';
const frame = 'M1.6 1.6H33L46.4 15V46.4H1.6zM33 1.6V15H46.4';

/** The seal 信 as signed, for pictures; fills a square of `size`. */
export const sealSvg = (x: number, y: number, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size / 48})"><path d="${body}" fill="${ink.seal}"/><path d="${strokes}" fill="none" stroke="${ink.cut}" stroke-width="3.3"/></g>`;

/** The seal 信: `full` says signed; `void`, with its corner folded, says withdrawn. `turn` in degrees. */
export function drawSeal(
  pdf: Pdf,
  x: number,
  y: number,
  size: number,
  { form = 'full', turn = 0 }: { form?: 'full' | 'void'; turn?: number } = {},
): void {
  pdf
    .save()
    .translate(x, y)
    .scale(size / 48)
    .rotate(turn, { origin: [24, 24] });
  if (form === 'full') pdf.path(body).fill(ink.seal);
  else {
    pdf.lineWidth(2.2).path(frame).stroke(ink.text);
    pdf.translate(4.6, 9).scale(0.78);
  }
  pdf
    .lineCap('butt')
    .lineWidth(3.3)
    .path(strokes)
    .stroke(form === 'full' ? ink.cut : ink.text);
  pdf.restore();
}

/** 文武线: a thick rule, a gap, a thin rule. Returns where it ends. */
export function drawDoubleRule(pdf: Pdf, x: number, y: number, width: number, color: string): number {
  pdf.rect(x, y, width, 2.4).fill(color);
  pdf.rect(x, y + 4, width, 0.8).fill(color);
  return y + 4.8;
}

/** A plain rule of the given thickness. */
export const drawRule = (pdf: Pdf, x: number, y: number, width: number, thickness: number, color: string): void =>
  void pdf.rect(x, y, width, thickness).fill(color);

/** The same for pictures; the white round it is the caller's. */
export function qrSvg(text: string, x: number, y: number, size: number): string {
  const { data } = encode(text, { ecc: 'M', border: 0 });
  const module = size / data.length;
  const squares = data.flatMap((line, row) =>
    line.flatMap((dark, column) => (dark ? [`M${column} ${row}h1v1h-1z`] : [])),
  );
  return `<g transform="translate(${x} ${y}) scale(${module})" shape-rendering="crispEdges"><path d="${squares.join('')}" fill="#000000"/></g>`;
}

/** A QR code in black whose modules fill `size` exactly; the white round it is the caller's paper (four modules). */
export function drawQr(pdf: Pdf, text: string, x: number, y: number, size: number): void {
  const { data } = encode(text, { ecc: 'M', border: 0 });
  const module = size / data.length;
  for (const [row, line] of data.entries()) {
    for (let column = 0; column < line.length; column += 1) {
      if (!line[column]) continue;
      let end = column;
      while (line[end + 1]) end += 1;
      pdf.rect(x + column * module, y + row * module, (end - column + 1) * module, module);
      column = end;
    }
  }
  pdf.fill('#000000');
}
