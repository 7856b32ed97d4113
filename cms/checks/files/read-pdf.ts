import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { cellSign } from '../cell-sign.ts';
import type { CheckedText } from '../checked-text.ts';
import { inside, join, type Contents } from './contents.ts';
import type { ReadBytes } from './read-bytes.ts';
import { Unreadable, unreadable } from './unreadable.ts';
import { append } from '../../../campaigns/lists/append.ts';

interface Glyphs {
  str: string;
  hasEOL: boolean;
  transform: number[];
  width: number;
}

const mostPages = 2_000;
const noteField = '批注或表单';
const library = `${process.cwd()}/node_modules/pdfjs-dist`;
/** Chinese fonts that a PDF names without embedding them are read by these tables (GBK-EUC-H, UniGB-UCS2-H …). */
const tables = { cMapUrl: `${library}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${library}/standard_fonts/` };

/** Pages, annotations, form fields, properties, bookmarks and attachments of a PDF. */
export async function readPdf(bytes: Uint8Array, read: ReadBytes): Promise<Contents> {
  const pdf = await open(bytes);
  try {
    if (pdf.isPureXfa) throw new Unreadable('dynamic-form');
    const texts = await documentTexts(pdf);
    const pinned = new Map<string, string>();
    let letters = 0;
    let filled = 0;
    for (let n = 1; n <= Math.min(pdf.numPages, mostPages); n += 1) {
      const page = await pageTexts(pdf, n, pinned);
      letters += page[0]?.text.trim().length ?? 0;
      filled += page.filter(({ field }) => field === noteField).length;
      append(texts, page);
    }
    const findings = letters > 0 ? [] : [unreadable(filled > 0 ? 'form-only' : 'no-text')];
    if (pdf.numPages > mostPages) findings.push(unreadable('too-large', `第${mostPages + 1}页以后`));
    return join([{ texts, findings }, ...(await attachments(pdf, read, pinned))]);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    // The reader takes the buffer over; ours is still needed.
    return await getDocument({
      data: Uint8Array.from(bytes),
      verbosity: 0,
      stopAtErrors: false,
      enableXfa: true,
      ...tables,
    }).promise;
  } catch (error) {
    throw new Unreadable((error as Error).name === 'PasswordException' ? 'encrypted' : 'corrupt', { cause: error });
  }
}

/** A page as it is written in the file, and once more from top to bottom: glyphs may be painted in any order. */
async function pageTexts(pdf: PDFDocumentProxy, n: number, pinned: Map<string, string>): Promise<CheckedText[]> {
  const page = await pdf.getPage(n);
  const at = () => `第${n}页`;
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const glyphs = items.filter((item): item is typeof item & Glyphs => 'str' in item);
  const written = glyphs
    .map((glyph) => `${isColumnGap(glyph) ? cellSign : glyph.str}${glyph.hasEOL ? '\n' : ''}`)
    .join('');
  const seen = fromTop(glyphs);
  const notes = await page.getAnnotations({ intent: 'any' });
  for (const { fileId, file } of notes as { fileId?: unknown; file?: { filename?: string } }[]) {
    if (typeof fileId === 'string') pinned.set(fileId, file?.filename ?? '');
  }
  page.cleanup();
  const noteTexts = notes
    .flatMap((note: Record<string, unknown>) => strings(note, 2))
    .map((text) => ({ field: noteField, text, at: () => `第${n}页批注或表单` }));
  const texts: CheckedText[] = [{ field: '正文', text: written, at }];
  if (seen.replace(/\s/g, '') !== written.replace(/\s/g, '')) texts.push({ field: '正文', text: seen, at });
  return [...texts, ...noteTexts];
}

function fromTop(glyphs: readonly Glyphs[]): string {
  const lines = new Map<number, Glyphs[]>();
  for (const glyph of glyphs) {
    const y = Math.round((glyph.transform[5] ?? 0) / 2);
    lines.set(y, [...(lines.get(y) ?? []), glyph]);
  }
  return [...lines.entries()]
    .sort(([a], [b]) => b - a)
    .map(([, line]) =>
      line
        .sort((a, b) => left(a) - left(b))
        .map((glyph, i) => `${i > 0 && isApart(line[i - 1], glyph) ? cellSign : ''}${glyph.str}`)
        .join(''),
    )
    .join('\n');
}

const left = ({ transform }: Glyphs): number => transform[4] ?? 0;
const size = ({ transform }: Glyphs): number =>
  Math.hypot(transform[0] ?? 0, transform[1] ?? 0) || Math.abs(transform[3] ?? 0);
/** A blank as wide as the gap between two columns of a table. */
const isColumnGap = (glyph: Glyphs): boolean =>
  glyph.str.trim() === '' && size(glyph) > 0 && glyph.width > size(glyph) * 1.2;
/** Two pieces of one line with a column's gap between them. */
const isApart = (before: Glyphs | undefined, glyph: Glyphs): boolean =>
  before !== undefined && left(glyph) - left(before) - before.width > Math.max(size(glyph), size(before)) * 1.2;

async function documentTexts(pdf: PDFDocumentProxy): Promise<CheckedText[]> {
  const { info, metadata } = await pdf.getMetadata();
  const outline = (await pdf.getOutline()) ?? [];
  const scripts = strings(await pdf.getJSActions(), 3).map((text) => ({
    field: '脚本',
    text,
    kind: 'machine' as const,
    at: () => '脚本',
  }));
  const xmp: unknown = metadata?.getRaw();
  const properties = strings(info as Record<string, unknown>, 2).map((text) => ({
    field: '文档属性',
    text,
    at: () => '文档属性',
  }));
  const marks = strings({ outline }, 8).map((text) => ({ field: '书签', text, at: () => '书签' }));
  return [
    ...properties,
    ...marks,
    ...scripts,
    ...(typeof xmp === 'string'
      ? [{ field: 'XMP 元数据', text: xmp, kind: 'machine' as const, at: () => 'XMP 元数据' }]
      : []),
  ];
}

/** Files attached to the document, and those pinned to a page. */
async function attachments(
  pdf: PDFDocumentProxy,
  read: ReadBytes,
  pinned: ReadonlyMap<string, string>,
): Promise<Contents[]> {
  const named = [...((await pdf.getAttachments()) ?? new Map<string, { filename: string; description?: string }>())];
  const all = new Map([...pinned].map(([key, filename]) => [key, { filename, description: '' }]));
  for (const [key, { filename, description = '' }] of named) all.set(key, { filename, description });
  return Promise.all(
    [...all].map(([key, { filename, description }]) => attachment(pdf, read, key, [filename, description])),
  );
}

async function attachment(
  pdf: PDFDocumentProxy,
  read: ReadBytes,
  key: string,
  [filename = '', description = '']: string[],
): Promise<Contents> {
  const texts = [filename, description].filter(Boolean).map((text) => ({ field: '附件名', text, at: () => '附件名' }));
  const content: unknown = await pdf.getAttachmentContent(key);
  const contents =
    content instanceof Uint8Array ? await read(content, filename) : { texts: [], findings: [unreadable('corrupt')] };
  return join([{ texts, findings: [] }, inside(`附件 ${filename}`, contents)]);
}

/** Every string in a value, down to a depth; the reader's objects hold what a person sees and much else. */
function strings(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (depth < 0 || value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap((inner) => strings(inner, depth - 1));
}
