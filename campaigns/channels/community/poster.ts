import { endsClause } from '../../print/break-units.ts';
import { drawDoubleRule, drawQr, drawRule, drawSeal, ink } from '../../print/marks.ts';
import { openSheet, type Sheet, type Style } from '../../print/sheet.ts';
import type { TypeCase } from '../../print/type-case.ts';
import { aiMark } from '../shared/ai-mark.ts';
import { excerpt, paragraphsOf } from './excerpt.ts';
import { a3Scale, a4 } from './paper.ts';
import { chineseDate, kindName, posterPicture, shownAddress, type PackSource } from './source.ts';
import { footnote, scan } from './words.ts';

const margin = 51;
const room = a4.width - 2 * margin;
const body: Style = { size: 17, weight: 400, leading: 1.75, color: ink.text };
const note: Style = { size: 11, weight: 400, leading: 1.6, color: ink.third };

/** A poster for a board: who speaks, title, standfirst, picture or the beginning of the story, the way to all of it, 落款. */
export async function poster(source: PackSource, type: TypeCase, paper: 'A4' | 'A3'): Promise<Uint8Array> {
  const scale = paper === 'A3' ? a3Scale : 1;
  const { release, issuer } = source;
  const sheet = openSheet(type, {
    width: a4.width * scale,
    height: a4.height * scale,
    title: release.title,
    author: issuer,
    date: new Date(release.signedAt),
  });
  sheet.pdf.scale(scale);
  const top = head(sheet, source);
  const bottom = foot(sheet, source);
  middle(sheet, source, top + 26, bottom - 26);
  return sheet.bytes();
}

/** Returns where it ends. */
function head(sheet: Sheet, { release, masthead, picture }: PackSource): number {
  drawSeal(sheet.pdf, margin, 46, 36);
  sheet.line(masthead, margin + 48, 73, { size: 25, weight: 700, leading: 1, color: ink.text, tracking: 0.1 });
  let y = drawDoubleRule(sheet.pdf, margin, 95, room, ink.seal) + 30;
  y = sheet.lines([kindName(release)], margin, y, { ...note, size: 14 }) + 6;
  const [style, lines] = fitted(sheet, release.title.trim(), picture ? 70 : 92);
  y = sheet.lines(lines, margin, y, style);
  if (!release.summary.trim()) return y;
  const standfirst: Style = { size: 21, weight: 400, leading: 1.6, color: ink.second };
  const wide = sheet.wrap(release.summary.trim(), standfirst, room);
  if (wide.length <= 3)
    return sheet.lines(sheet.wrapTitle(release.summary.trim(), standfirst, room), margin, y + 12, standfirst);
  const small = { ...standfirst, size: 17 };
  const [shorter = []] = excerpt(
    [release.summary.trim()],
    (part) => sheet.wrap(part, small, room),
    ([all = []]) => all.length <= 5,
  );
  return sheet.lines(shorter, margin, y + 12, small);
}

// Size, most lines, and whether every line must end a clause: a title that breaks where one breathes may be smaller.
const sizes = [
  ...[92, 80, 70, 62, 56].map((size) => [size, 1, true] as const),
  ...[62, 56, 52, 48, 44, 41, 38].map((size) => [size, 2, true] as const),
  ...[52, 48, 44, 41, 38].map((size) => [size, 3, true] as const),
  ...[46, 42, 38, 34].map((size) => [size, 3, false] as const),
  ...[32, 29, 26].map((size) => [size, 5, false] as const),
];

/** The largest setting that suits a title; beside a picture, which wants room too, the largest are left out. */
function fitted(sheet: Sheet, title: string, largest: number): [Style, string[]] {
  for (const [size, most, clean] of sizes.filter(([size, most]) => size <= (most === 1 ? largest : largest * 0.72))) {
    const style: Style = { size, weight: 700, leading: 1.28, color: ink.text };
    const lines = sheet.wrapTitle(title, style, room);
    if (lines.length <= most && (!clean || lines.slice(0, -1).every(endsClause))) return [style, lines];
  }
  const style: Style = { size: 23, weight: 700, leading: 1.32, color: ink.text };
  return [style, sheet.wrap(title, style, room)];
}

/** QR code at the left, issuer, date and seal at the right. Returns where it begins. */
function foot(sheet: Sheet, source: PackSource): number {
  const { release, link, issuer } = source;
  const size = 92;
  const end = a4.height - 40;
  sheet.lines([footnote(source)], margin, end - 18, note);
  const y = end - 18 - 22 - size;
  drawQr(sheet.pdf, link, margin, y, size);
  const beside = margin + size + 18;
  sheet.line(scan, beside, y + size - 26, { size: 17, weight: 700, leading: 1, color: ink.text });
  sheet.line(shownAddress(link), beside, y + size - 4, { ...note, color: ink.second });
  const seal = 62;
  const right = margin + room;
  drawSeal(sheet.pdf, right - seal, y + size - seal - 4, seal, { turn: -1.5 });
  const issuerStyle: Style = { size: 14, weight: 400, leading: 1, color: ink.text };
  const dateStyle: Style = { size: 17, weight: 700, leading: 1, color: ink.text };
  const date = chineseDate(release.signedAt);
  const ends = right - seal - 14;
  const place = (text: string, baseline: number, style: Style) =>
    sheet.line(text, ends - sheet.measure(text, style), baseline, style);
  place(issuer, y + size - 38, issuerStyle);
  place(date, y + size - 12, dateStyle);
  const start = y - 24;
  drawRule(sheet.pdf, margin, start, room, 1, ink.text);
  return start;
}

function middle(sheet: Sheet, source: PackSource, top: number, bottom: number): void {
  const { release, picture } = source;
  const height = bottom - top;
  if (picture === null || height < 90) {
    text(sheet, source, margin, top, room, bottom, [24, 22, 20, 18.5]);
    return;
  }
  const image = openPicture(sheet, picture);
  const shown = posterPicture(release);
  const caption = [shown?.caption?.trim(), shown?.aigc ? aiMark : ''].filter(Boolean).join('　');
  const widest = image.height > image.width ? room * 0.44 : room;
  const widthWith = (captionRoom: number) => Math.min(widest, ((height - captionRoom) / image.height) * image.width);
  // A caption that would make a tower under a narrow picture runs along the whole foot.
  const captionFor = (width: number) => {
    const lines = caption ? sheet.wrap(caption, note, Math.max(width, 120)) : [];
    return lines.length > 3 ? sheet.wrap(caption, note, room) : lines;
  };
  // The caption's lines take from the height, and a smaller picture may need one more of them.
  const step = note.size * note.leading;
  const guess = widthWith(6 + captionFor(widthWith(6 + step)).length * step);
  const w = widthWith(6 + captionFor(guess).length * step);
  const h = (w / image.width) * image.height;
  const captionLines = captionFor(w);
  sheet.pdf.image(image, margin, top, { width: w, height: h });
  const below = sheet.lines(captionLines, margin, top + h + 6, note);
  if (w < room * 0.55)
    text(sheet, source, margin + w + 26, top - 6, room - w - 26, captionLines.length > 1 ? top + h : bottom);
  else if (bottom - below > 70) text(sheet, source, margin, below + 14, room, bottom);
}

/** @throws Error with a Chinese sentence */
function openPicture(sheet: Sheet, bytes: Uint8Array) {
  try {
    return sheet.pdf.openImage(Buffer.from(bytes));
  } catch (error) {
    throw new Error('海报的图片打不开：请换一张 JPG 或 PNG 图片，重新送审。', { cause: error });
  }
}

function text(
  sheet: Sheet,
  { release }: PackSource,
  x: number,
  top: number,
  width: number,
  bottom: number,
  larger: number[] = [],
): void {
  const setAt = (size: number) => {
    const style = { ...body, size };
    const step = size * style.leading;
    const heightOf = (all: string[][]) =>
      all.reduce((sum, lines) => sum + lines.length * step, 0) + step * 0.5 * (all.length - 1);
    return {
      style,
      between: step * 0.5,
      paragraphs: excerpt(
        paragraphsOf(release),
        (part) => sheet.wrap(part, style, width),
        (all) => top + heightOf(all) <= bottom,
      ),
    };
  };
  const plain = setAt(body.size);
  const amount = ({ paragraphs }: typeof plain) => paragraphs.flat().join('').length;
  // Larger type where it costs no words.
  const { style, between, paragraphs } = larger.map(setAt).find((set) => amount(set) >= amount(plain)) ?? plain;
  let y = top;
  for (const lines of paragraphs) y = sheet.lines(lines, x, y, style) + between;
}
