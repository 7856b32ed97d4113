import { empty, inside, join, type Contents } from './contents.ts';
import { decodeText } from './decode-text.ts';
import type { ReadBytes } from './read-bytes.ts';
import { readHtml } from './read-markup.ts';
import { readStrings } from './read-strings.ts';
import { readWorkbook } from './read-workbook.ts';
import { Unreadable, unreadable } from './unreadable.ts';
import type { ZipEntry } from './unzip.ts';
import { readXmlPart, type XmlPart } from './xml-part.ts';

/** The main part of each kind of office file. */
const mains: Record<string, RegExp> = {
  docx: /^word\/document\d*\.xml$/,
  xlsx: /^xl\/workbook\.xml$/,
  pptx: /^ppt\/presentation\.xml$/,
};
const folders: Record<string, string> = { word: 'docx', xl: 'xlsx', ppt: 'pptx' };
export const officeKind = (entries: readonly ZipEntry[]): string | null =>
  Object.keys(mains).find((kind) => entries.some(({ name }) => mains[kind]?.test(name))) ??
  folders[mainPart(entries)?.split('/')[0] ?? ''] ??
  null;

/** The main part as the package itself says; the usual names are only usual. */
function mainPart(entries: readonly ZipEntry[]): string | null {
  const rels = entries.find(({ name }) => name === '_rels/.rels');
  const row =
    /<(?:\w+:)?Relationship\b[^>]*\/officeDocument"[^>]*>/.exec(rels ? decodeText(rels.bytes) : '')?.[0] ?? '';
  const target = /\bTarget="\/?([^"]+)"/.exec(row)?.[1]?.replaceAll('\\', '/');
  return target !== undefined && entries.some(({ name }) => name === target) ? target : null;
}

const parts: [RegExp, string, XmlPart['kind']][] = [
  [/^word\/document\d*\.xml$/, '正文', 'prose'],
  [/header\d*\.xml$/, '页眉', 'prose'],
  [/footer\d*\.xml$/, '页脚', 'prose'],
  [/footnotes\.xml$/, '脚注', 'prose'],
  [/endnotes\.xml$/, '尾注', 'prose'],
  [/(?:c|threadedC)omments?[^/]*\.xml$|comments\/[^/]+\.xml$/i, '批注', 'prose'],
  [/notesSlides\/[^/]+\.xml$/, '备注', 'prose'],
  [/slides\/slide\d+\.xml$/, '幻灯片', 'prose'],
  [/drawing|diagrams|vml/i, '图形', 'prose'],
  [/charts?\//, '图表', 'prose'],
  [/glossary\//, '构建基块', 'prose'],
  [/^docProps\/custom\.xml$/, '自定义属性', 'prose'],
  [/^docProps\//, '文档属性', 'prose'],
  [/^customXml\//, '自定义数据', 'machine'],
  [/pivotCache/, '数据透视表缓存', 'machine'],
  [/externalLinks/, '外部引用的缓存', 'machine'],
  [/\.rels$/, '链接', 'machine'],
];
const silent = /\.(?:odttf|ttf|otf|fntdata|wdp|wmf|emf|emz|wmz|tiff?|bmp|mp[34]|wav|m4a|sigs)$/i;

/** Every part of a docx, xlsx or pptx: also what is hidden, deleted, embedded or only metadata. */
export async function readOffice(entries: readonly ZipEntry[], read: ReadBytes): Promise<Contents> {
  const book = officeKind(entries) === 'xlsx' ? readWorkbook(entries) : { contents: empty(), done: new Set<string>() };
  const others = entries.filter(({ name }) => !book.done.has(name));
  const main = mainPart(entries);
  return join([
    book.contents,
    ...(await Promise.all(others.map((entry) => readPart(entry, read, entry.name === main)))),
  ]);
}

async function readPart({ name, bytes }: ZipEntry, read: ReadBytes, isMain: boolean): Promise<Contents> {
  if (bytes.length === 0 || silent.test(name)) return empty();
  const short = name.slice(name.lastIndexOf('/') + 1);
  try {
    if (/\.(?:xml|rels|vml)$/i.test(name)) {
      const [, field = name, kind = 'machine'] =
        (isMain && !/^xl\//.test(name) ? parts[0] : parts.find(([pattern]) => pattern.test(name))) ?? [];
      return { texts: readXmlPart(decodeText(bytes), { field, kind }), findings: [] };
    }
    if (/\.html?$/i.test(name)) return inside(`内嵌网页 ${short}`, readHtml(decodeText(bytes)));
    if (/\.(?:bin|ole)$/i.test(name))
      return inside(`内嵌对象 ${short}`, join([readStrings(bytes), await packedZip(bytes, read)]));
    return inside(`内嵌文件 ${short}`, await read(bytes, short));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { texts: [], findings: [unreadable(error.trouble, `内嵌文件 ${short}`)] };
  }
}

/** An archive inside a binary object (a document packed by another program): its words are not among the object's strings. */
async function packedZip(bytes: Uint8Array, read: ReadBytes): Promise<Contents> {
  const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('PK\x03\x04', 0, 'latin1');
  return from < 0 ? empty() : read(bytes.slice(from), '');
}
