import { zipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import { decodeText } from '../checks/files/decode-text.ts';
import { mustBeShallow } from '../checks/files/parse-xml.ts';
import { Unreadable } from '../checks/files/unreadable.ts';
import { unzip } from '../checks/files/unzip.ts';
import { takeByline } from './byline.ts';
import { ImportRefused, type OldStory } from './old-story.ts';
import { richFromHtml } from './rich-from-html.ts';
import { takeTitle } from './take-title.ts';
import { withoutContents } from './without-contents.ts';

/** Text that unfolds to more than this is no story. */
const longestXml = 20 * 1024 * 1024;
const styles = ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh", "p[style-name='Caption'] => figcaption:fresh", "p[style-name='题注'] => figcaption:fresh"];

/**
 * A Word file: headings, lists, tables, pictures. Unpacked with a limit first, because the converter has none.
 * @throws ImportRefused
 */
export async function readDocx(bytes: Uint8Array, fallbackTitle: string): Promise<OldStory> {
  const entries = open(bytes);
  const xml = entries.find(({ name }) => name === 'word/document.xml');
  if (!xml) throw new ImportRefused('这不是 Word 文件（里面没有正文）：请用 Word 另存为 docx。');
  if (xml.bytes.length > longestXml) throw new ImportRefused('正文展开后大得不正常：请确认文件来历，拆开再导入。');
  for (const { bytes: part, name } of entries) if (/\.(?:xml|rels)$/i.test(name)) mustBeShallow(decodeText(part), true);
  const { default: mammoth } = await import('mammoth');
  const inner: { bytes: Uint8Array }[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    inner.push({ bytes: new Uint8Array(await image.readAsBuffer()) });
    return { src: `docx:${inner.length - 1}` };
  });
  const text = withoutContents(decodeText(xml.bytes), decodeText(entries.find(({ name }) => name === 'word/styles.xml')?.bytes ?? new Uint8Array()));
  const file = text === null ? bytes : zipSync(Object.fromEntries(entries.map((entry) => [entry.name, entry === xml ? new TextEncoder().encode(text) : entry.bytes])));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) }, { convertImage, styleMap: styles, includeDefaultStyleMap: true });
  const { blocks, pictures } = richFromHtml(parseDocument(value).children);
  for (const picture of pictures) picture.bytes = inner[Number(/^docx:(\d+)$/.exec(picture.ref)?.[1] ?? -1)]?.bytes ?? null;
  pictures.forEach((picture, i) => { picture.ref = `第${i + 1}张图片`; });
  const { title, blocks: body } = takeTitle(blocks, null, fallbackTitle);
  const { blocks: rest, ...byline } = takeByline(body);
  return { title, summary: null, sourceUrl: null, tags: [], ...byline, blocks: rest, pictures, notes: text === null ? [] : ['目录没有导入：网页上不用目录。'] };
}

function open(bytes: Uint8Array) {
  try {
    return unzip(bytes);
  } catch (error) {
    if (error instanceof Unreadable) throw new ImportRefused(error.message);
    throw error;
  }
}
