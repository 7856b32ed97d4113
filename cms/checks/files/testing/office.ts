import { strToU8, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';

type Parts = Record<string, string | Uint8Array>;
const zip = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, body]) => [name, typeof body === 'string' ? strToU8(body) : body]),
    ),
  );
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml"';

/** Runs of a paragraph, each text in one. */
export const runs = (...texts: string[]): string =>
  texts.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`).join('');
export const paragraph = (inside: string): string => `<w:p>${inside}</w:p>`;

/** A Word file from the XML of its body and of any other parts. */
export const wordFile = (body: string, others: Parts = {}): Uint8Array =>
  zip({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'word/document.xml': `${head}<w:document ${w}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(others).map(([name, part]) => [
        name,
        typeof part === 'string' && name.startsWith('word/') && name.endsWith('.xml')
          ? `${head}<w:part ${w}>${part}</w:part>`
          : part,
      ]),
    ),
  });

export interface SheetXml {
  name: string;
  state?: string;
  /** The inside of `<sheetData>`. */
  rows: string;
  /** After `<sheetData>`. */
  more?: string;
}

/** A workbook from the XML of its sheets, its shared strings and any other parts. */
export function bookFile(sheets: SheetXml[], strings: string[] = [], others: Parts = {}): Uint8Array {
  const list = sheets
    .map(
      ({ name, state }, i) =>
        `<sheet name="${name}" sheetId="${i + 1}" ${state ? `state="${state}"` : ''} r:id="rId${i + 1}"/>`,
    )
    .join('');
  return zip({
    'xl/workbook.xml': `${head}<workbook xmlns:r="urn:r"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `${head}<sst>${strings.map((s) => `<si>${s.startsWith('<') ? s : `<t>${s}</t>`}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, more = '' }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `${head}<worksheet><sheetData>${rows}</sheetData>${more}</worksheet>`,
      ]),
    ),
    ...others,
  });
}

export const cell = (ref: string, value: string, type = ''): string =>
  `<c r="${ref}"${type ? ` t="${type}"` : ''}><v>${value}</v></c>`;
export const row = (...cells: string[]): string => `<row>${cells.join('')}</row>`;

type Pdf = InstanceType<typeof PDFDocument>;
/** A PDF drawn by `draw`. */
export function pdfFile(
  draw: (pdf: Pdf) => void,
  options: ConstructorParameters<typeof PDFDocument>[0] = {},
): Promise<Uint8Array> {
  const pdf = new PDFDocument(options);
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
    draw(pdf);
    pdf.end();
  });
}

/** Attaches a file to a place on the page; the types of the library do not know this call. */
export const pinFile = (pdf: Pdf, file: { src: Buffer; name: string }): void =>
  (pdf as Pdf & { fileAnnotation(x: number, y: number, w: number, h: number, file: object): void }).fileAnnotation(
    10,
    10,
    20,
    20,
    file,
  );
export { zip };
