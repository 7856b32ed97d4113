import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { brokenLines, typeface } from '../../../campaigns/channels/shared/docx-text.ts';
import { altFontTable, faces } from './fonts.ts';

/** 1 mm in twips. */
const mm = (length: number) => Math.round((length * 1440) / 25.4);
/** 三号, in half points; a line of 22 to the page. */
const body = { size: 32, line: 560 };
const table = { size: 24, line: 360 };
/** The type area of GB/T 9704: 156 mm wide on A4. */
const width = mm(156);

type Child = Paragraph | Table;

/** A document as offices write them (GB/T 9704 by general knowledge): A4, 仿宋三号, 22 lines a page, numbered pages. */
export async function officialDocx(title: string, children: Child[]): Promise<Uint8Array> {
  const document = new Document({
    title,
    styles: {
      default: {
        document: {
          run: { font: typeface(faces.body), size: body.size },
          paragraph: { spacing: { line: body.line, lineRule: 'exact' } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(28) },
          },
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [pageNumber()] })],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document, false, [altFontTable]));
}

const pageNumber = () => new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: typeface('宋体'), size: 28 });

/** 二号小标宋, centred; each line of it breaks by sense. */
export const heading = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    heading: 'Title',
    spacing: { after: 280, line: 640, lineRule: 'exact' },
    children: text
      .split('\n')
      .map(
        (line, i) =>
          new TextRun({ text: line, break: i === 0 ? 0 : 1, font: typeface(faces.title), size: 44, color: '000000' }),
      ),
  });

export const underHeading = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 280 },
    children: [new TextRun({ text, font: typeface(faces.second) })],
  });

const numerals = '一二三四五六七八九十';

/** Sections come numbered 一、二、三、 in 黑体. */
export const section = (n: number, name: string): Paragraph =>
  new Paragraph({
    heading: 'Heading1',
    keepNext: true,
    indent: { firstLine: 640 },
    children: [
      new TextRun({
        text: `${numerals[n] ?? n + 1}、${name}`,
        font: typeface(faces.first),
        size: body.size,
        color: '000000',
      }),
    ],
  });

export const prose = (text: string): Paragraph[] =>
  text.split(/\n{2,}/).map((part) => new Paragraph({ indent: { firstLine: 640 }, children: brokenLines(part) }));

export const signature = (unit: string, date: string): Paragraph[] =>
  [unit, date].map(
    (text, i) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        indent: { right: 640 },
        keepNext: i === 0,
        spacing: { before: i === 0 ? 560 : 0 },
        children: [new TextRun(text)],
      }),
  );

export interface Column {
  name: string;
  /** Share of the width; all shares make 100. */
  share: number;
  align?: 'center';
}

/** A ruled table whose head repeats on every page; a row never breaks over two. */
export function ruledTable(columns: readonly Column[], rows: readonly string[][]): Table {
  const widths = columns.map(({ share }) => Math.round((width * share) / 100));
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map((column, i) => cell(cells[i] ?? '', widths[i] ?? 0, head ? 'center' : column.align, head)),
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: 'fixed',
    rows: [
      row(
        columns.map(({ name }) => name),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}

const cell = (text: string, size: number, align: 'center' | undefined, head: boolean) =>
  new TableCell({
    width: { size, type: WidthType.DXA },
    verticalAlign: 'center',
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { line: table.line, lineRule: 'exact' },
          children: [new TextRun({ text: line, size: table.size, ...(head ? { font: typeface(faces.first) } : {}) })],
        }),
    ),
  });
