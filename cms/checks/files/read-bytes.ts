import { inside, join, type Contents } from './contents.ts';
import { cellSign } from '../cell-sign.ts';
import { lineColumns } from '../checked-text.ts';
import { decode } from '../encoding/decode.ts';
import { isCoded } from './coded.ts';
import { readHtml, readPlain } from './read-markup.ts';
import { packedParts } from './packed-texts.ts';
import { officeKind, readOffice } from './read-office.ts';
import { isOpenDocument, readOpenDocument } from './read-open-document.ts';
import { readPicture } from './read-picture.ts';
import { sniff, type Sort } from './sniff.ts';
import { Unreadable, unreadable, type Trouble } from './unreadable.ts';
import { UnpackBudget, unzip } from './unzip.ts';

/** Reads a file found inside another; `name` gives its declared kind. */
export type ReadBytes = (bytes: Uint8Array, name: string) => Promise<Contents>;

const deepest = 4;
const declared: Record<string, string[]> = {
  docx: ['docx'],
  docm: ['docx'],
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  pptx: ['pptx'],
  pdf: ['pdf'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  png: ['png'],
  gif: ['gif'],
  webp: ['webp'],
  zip: ['zip'],
  txt: ['text'],
  md: ['text'],
  markdown: ['text'],
  html: ['text'],
  htm: ['text'],
  csv: ['text'],
  tsv: ['text'],
  odt: ['odf'],
  ods: ['odf'],
  odp: ['odf'],
  odg: ['odf'],
};

/**
 * Everything a file says, whatever it is called. Never throws on what the file holds: a part that cannot be read is a finding.
 * @param depth how many files it lies in
 * @param budget what may still be unpacked, shared with the files around it
 */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  depth = 0,
  budget = new UnpackBudget(),
): Promise<Contents> {
  if (bytes.length === 0) return failed('empty');
  if (depth > deepest) return failed('too-deep');
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  try {
    const { kind, contents } = await open(bytes, extension, depth, budget);
    const expected = declared[extension];
    return expected && !expected.includes(kind) ? join([failed('wrong-extension'), contents]) : contents;
  } catch (error) {
    if (error instanceof Unreadable) return failed(error.trouble);
    // A reader of a foreign format may fail in any way on a damaged file; the finding says what a person can do.
    return failed('corrupt');
  }
}

const failed = (trouble: Trouble): Contents => ({ texts: [], findings: [unreadable(trouble)] });

async function open(
  bytes: Uint8Array,
  extension: string,
  depth: number,
  budget: UnpackBudget,
): Promise<{ kind: string; contents: Contents }> {
  const deeper: ReadBytes = (inner, name) => readBytes(inner, name, depth + 1, budget);
  const sort: Sort = sniff(bytes);
  switch (sort) {
    case 'zip': {
      const entries = unzip(bytes, budget);
      if (isOpenDocument(entries)) return { kind: 'odf', contents: await readOpenDocument(entries, deeper) };
      const kind = officeKind(entries) ?? 'zip';
      if (kind !== 'zip') return { kind, contents: await readOffice(entries, deeper) };
      const all = await Promise.all(
        entries.map(async (entry) => inside(entry.name, await deeper(entry.bytes, entry.name))),
      );
      return { kind, contents: join(all) };
    }
    case 'pdf': {
      // Two megabytes of reader: only for those who have a PDF.
      const { readPdf } = await import('./read-pdf.ts');
      return { kind: sort, contents: await readPdf(bytes, deeper) };
    }
    case 'ole':
      throw new Unreadable(
        Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-format',
      );
    case 'text': {
      const { damage, text } = decode(bytes);
      if (isCoded(text, extension)) throw new Unreadable('unknown-type');
      const findings =
        damage === 'none' ? [] : [unreadable(damage === 'end' ? 'cut' : 'damaged', damage === 'end' ? '末尾' : '全文')];
      const packed = await Promise.all(
        packedParts(text).map(async (part) =>
          inside(`编码内容 ${lineColumns(text)(part.from)}`, await deeper(part.bytes, '')),
        ),
      );
      return { kind: sort, contents: join([readText(text, extension), { texts: [], findings }, ...packed]) };
    }
    case 'binary':
      throw new Unreadable(
        declared[extension] ? (declared[extension][0] === 'text' ? 'encoding' : 'wrong-extension') : 'unknown-type',
      );
    default:
      return { kind: sort, contents: await readPicture(bytes) };
  }
}

function readText(text: string, extension: string): Contents {
  if (/^(?:html?|xhtml|shtml)$/.test(extension)) return readHtml(text);
  // As long as before, so that places stay true.
  return readPlain(extension === 'csv' ? text.replaceAll(',', cellSign) : text);
}
