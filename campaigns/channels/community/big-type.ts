import { drawQr, drawRule } from '../../print/marks.ts';
import { openSheet, type Style } from '../../print/sheet.ts';
import type { TypeCase } from '../../print/type-case.ts';
import { blocksOf, markOf } from '../shared/blocks.ts';
import { a4 } from './paper.ts';
import { chineseDate, type PackSource } from './source.ts';
import { pageNumber, scan } from './words.ts';

const margin = 48;
const room = a4.width - 2 * margin;
const bottom = a4.height - 84;
const black = '#000000';
const text: Style = { size: 28, weight: 400, leading: 1.6, color: black };
const heading: Style = { ...text, size: 32, weight: 700, leading: 1.45 };
const title: Style = { ...heading, size: 42, leading: 1.32 };
const small: Style = { ...text, size: 26, weight: 700 };

interface Row {
  words: string;
  style: Style;
  /** Space above, unless it opens a page. */
  above: number;
  /** Stays on the page of the next row: headings, and the first line of a paragraph. */
  holds: boolean;
}

/** 大字版: the whole story, black on white, nothing below 26 pt, as many A4 pages as it takes. */
export async function bigType({ release, link, masthead, issuer }: PackSource, type: TypeCase): Promise<Uint8Array> {
  const sheet = openSheet(type, {
    ...a4,
    title: `${release.title}（大字版）`,
    author: issuer,
    date: new Date(release.signedAt),
  });
  const rows: Row[] = [];
  const add = (lines: string[], style: Style, above: number, holds = false) =>
    lines.forEach((words, i) =>
      rows.push({
        words,
        style,
        above: i === 0 ? above : 0,
        holds: holds || (i === 0 && lines.length > 1) || i === lines.length - 2,
      }),
    );
  add(sheet.wrapTitle(release.title.trim(), title, room), title, 0, true);
  if (release.summary.trim())
    add(sheet.wrap(release.summary.trim(), { ...text, weight: 700 }, room), { ...text, weight: 700 }, 16);
  for (const block of blocksOf(release.html)) {
    if (block.kind === 'heading') add(sheet.wrapTitle(block.text, heading, room), heading, 34, true);
    else if (block.kind !== 'picture')
      add(
        sheet.wrap((block.kind === 'item' && block.number !== null ? markOf(block) : '') + block.text, text, room),
        text,
        20,
      );
  }

  const pages = paginate(rows);
  const ending = 150;
  const last = pages.at(-1) ?? [];
  if (heightOf(last) + ending > bottom - margin) pages.push([]);
  pages.forEach((page, i) => {
    if (i > 0) sheet.newPage();
    let y = margin;
    page.forEach((row, n) => {
      y = sheet.lines([row.words], margin, y + (n === 0 ? 0 : row.above), row.style);
    });
    if (i === pages.length - 1) {
      const start = y === margin ? y : y + 26;
      drawQr(sheet.pdf, link, margin, start + 6, 112);
      sheet.lines([issuer, chineseDate(release.signedAt), scan], margin + 136, start, {
        ...small,
        weight: 400,
        leading: 1.5,
      });
    }
    drawRule(sheet.pdf, margin, a4.height - 74, room, 2, black);
    sheet.line(masthead, margin, a4.height - 38, small);
    const number = pageNumber(i + 1, pages.length);
    sheet.line(number, margin + room - sheet.measure(number, small), a4.height - 38, small);
  });
  return sheet.bytes();
}

const rowHeight = (row: Row, first: boolean): number => (first ? 0 : row.above) + row.style.size * row.style.leading;

const heightOf = (page: readonly Row[]): number => page.reduce((sum, row, i) => sum + rowHeight(row, i === 0), 0);

/** Fills pages; rows that hold go over together with what they hold on to. */
function paginate(rows: readonly Row[]): Row[][] {
  const pages: Row[][] = [[]];
  for (const row of rows) {
    const page = pages.at(-1) ?? [];
    if (page.length === 0 || heightOf([...page, row]) <= bottom - margin) {
      page.push(row);
      continue;
    }
    const kept = page.findLastIndex((other) => !other.holds) + 1;
    pages.push(kept > 0 && page.length - kept <= 3 ? [...page.splice(kept), row] : [row]);
  }
  return pages;
}
