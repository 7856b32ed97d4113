import sharp from 'sharp';
import { openBoard, type Board } from '../../print/board.ts';
import { ink, qrSvg, sealSvg } from '../../print/marks.ts';
import type { Style } from '../../print/sheet.ts';
import type { TypeCase } from '../../print/type-case.ts';
import { aiMark } from '../shared/ai-mark.ts';
import { excerpt } from './excerpt.ts';
import { chineseDate, kindName, posterPicture, shownAddress, type PackSource } from './source.ts';
import { scan, screenNote } from './words.ts';

/** Pixels of the two screens that villages have: on a wall, and upright in a hall. */
export const screens = { wide: [1920, 1080], tall: [1080, 1920] } as const;

const margin = 96;
const qr = 220;
const small: Style = { size: 30, weight: 400, leading: 1.5, color: ink.third };

/** One still for a 村社屏 (PNG): title, standfirst, picture, the way to all of it, 落款. Read from across a room. */
export async function screen(source: PackSource, type: TypeCase, shape: keyof typeof screens): Promise<Uint8Array> {
  const [width, height] = screens[shape];
  const board = openBoard(type, width, height, ink.cut);
  const room = width - 2 * margin;
  const top = head(board, source, room);
  const bottom = foot(board, source, width, height);
  const wide = shape === 'wide';
  const picture = await shownPicture(
    source,
    wide ? { width: 600, height: bottom - top - 92 } : { width: room, height: 600 },
  );
  const caption = source.picture !== null && posterPicture(source.release)?.aigc ? aiMark : '';
  const beside = picture !== null && wide ? picture.width + 56 : 0;
  const below = picture !== null && !wide ? picture.height + 100 : 0;
  words(board, source, top, room - beside, bottom - below, wide);
  if (picture) {
    const [x, y] = wide
      ? [width - margin - picture.width, top + 20]
      : [margin + (room - picture.width) / 2, bottom - below + 20];
    board.add(
      `<image x="${x}" y="${y}" width="${picture.width}" height="${picture.height}" href="data:image/png;base64,${picture.base64}"/>`,
    );
    if (caption) board.line(caption, x, y + picture.height + 40, small);
  }
  return new Uint8Array(await sharp(Buffer.from(board.svg())).png({ palette: false }).toBuffer());
}

function head(board: Board, { release, masthead }: PackSource, room: number): number {
  board.add(sealSvg(margin, 72, 84));
  board.line(masthead, margin + 108, 134, { size: 58, weight: 700, leading: 1, color: ink.text, tracking: 0.1 });
  const kind = kindName(release);
  board.line(kind, margin + room - board.measure(kind, small), 134, small);
  board.add(
    `<rect x="${margin}" y="184" width="${room}" height="7" fill="${ink.seal}"/><rect x="${margin}" y="196" width="${room}" height="2.5" fill="${ink.seal}"/>`,
  );
  return 230;
}

/** Returns where it begins. */
function foot(board: Board, { issuer, link, release }: PackSource, width: number, height: number): number {
  const y = height - 72 - qr;
  board.add(qrSvg(link, margin, y, qr));
  const x = margin + qr + 40;
  board.line(scan, x, y + 62, { size: 46, weight: 700, leading: 1, color: ink.text });
  board.line(shownAddress(link), x, y + 112, { ...small, color: ink.second });
  const upright = height > width;
  board.line(`${issuer}　${chineseDate(release.signedAt)}`, x, y + 164, {
    ...small,
    size: upright ? 26 : 30,
    color: ink.text,
  });
  board.line(screenNote(release), x, y + 210, { ...small, size: upright ? 24 : 26 });
  board.add(`<rect x="${margin}" y="${y - 36}" width="${width - 2 * margin}" height="2" fill="${ink.line}"/>`);
  return y - 36;
}

/** The largest title that leaves room for the standfirst; a standfirst that is too long shows its first sentences. */
function words(board: Board, { release }: PackSource, top: number, room: number, bottom: number, wide: boolean): void {
  const title = release.title.trim();
  const summary = release.summary.trim();
  const standfirst: Style = { size: wide ? 46 : 44, weight: 400, leading: 1.6, color: ink.second };
  const reserve = summary ? standfirst.size * standfirst.leading * 2 + 24 : 0;
  const styles = [150, 132, 116, 102, 90, 80, 70, 60, 52, 44, 38, 32].map(
    (size): Style => ({ size, weight: 700, leading: 1.3, color: ink.text }),
  );
  const fits = (style: Style) =>
    board.wrapTitle(title, style, room).length * style.size * style.leading <= bottom - top - reserve;
  const style =
    styles.find((one) => fits(one) && board.wrapTitle(title, one, room).length <= (wide ? 3 : 5)) ??
    styles.find(fits) ??
    (styles.at(-1) as Style);
  const y = board.lines(board.wrapTitle(title, style, room), margin, top, style) + 24;
  if (!summary) return;
  const [lines = []] = excerpt(
    [summary],
    (part) => board.wrap(part, standfirst, room),
    ([all = []]) => y + all.length * standfirst.size * standfirst.leading <= bottom,
  );
  board.lines(lines, margin, y, standfirst);
}

/** The picture as it fits into the box. @throws Error with a Chinese sentence when it cannot be opened */
async function shownPicture({ picture }: PackSource, box: { width: number; height: number }) {
  if (picture === null) return null;
  try {
    const { data, info } = await sharp(picture)
      .rotate()
      .resize({ ...box, fit: 'inside' })
      .png()
      .toBuffer({ resolveWithObject: true });
    return { base64: data.toString('base64'), width: info.width, height: info.height };
  } catch (error) {
    throw new Error('村社屏的图片打不开：请换一张 JPG 或 PNG 图片，重新送审。', { cause: error });
  }
}
