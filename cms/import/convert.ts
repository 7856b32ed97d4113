import { decode } from '../checks/encoding/decode.ts';
import { isCoded } from '../checks/files/coded.ts';
import { mustBeShallow } from '../checks/files/parse-xml.ts';
import { sniff } from '../checks/files/sniff.ts';
import { Unreadable } from '../checks/files/unreadable.ts';
import { plainLines } from '../rich-text/plain-lines.ts';
import { ImportRefused, type OldStory } from './old-story.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';

export type OldFormat = 'docx' | 'markdown' | 'html';

const formats: Record<string, OldFormat> = {
  docx: 'docx',
  md: 'markdown',
  markdown: 'markdown',
  htm: 'html',
  html: 'html',
  shtml: 'html',
};
const largest: Record<OldFormat, number> = { docx: 60 * 1024 * 1024, markdown: 5 * 1024 * 1024, html: 5 * 1024 * 1024 };

/** What a file would be imported as, by its name; null when it is no text. */
export const formatOf = (name: string): OldFormat | null =>
  formats[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;

/**
 * One old file as a story. Never believes a name: what the bytes are must fit. Runs in the process apart (convert-apart.ts).
 * @param name only for its extension and for a title when the file has none
 * @throws ImportRefused with one Chinese sentence, whatever the bytes are
 */
export async function convert(name: string, bytes: Uint8Array): Promise<OldStory> {
  const format = formatOf(name);
  if (!format) throw new ImportRefused('只导入 DOCX、Markdown 和 HTML 文件。');
  if (bytes.length === 0) throw new ImportRefused('文件是空的。');
  if (bytes.length > largest[format])
    throw new ImportRefused(`文件有${Math.ceil(bytes.length / 1024 / 1024)} MB，太大了：请压缩图片或拆成几篇。`);
  const sort = sniff(bytes);
  if (sort === 'ole') throw new ImportRefused('这是旧版 Word 文件（doc）或加了密码：请用 Word 另存为不加密的 docx。');
  if (sort !== (format === 'docx' ? 'zip' : 'text'))
    throw new ImportRefused('文件的内容和扩展名不符：请确认是什么文件，改成正确的扩展名。');
  const story = await read(format, bytes, titleFrom(name));
  if (plainLines({ root: { type: 'root', children: story.blocks } }).length === 0 && story.pictures.length === 0)
    throw new ImportRefused(`文件里没有正文。${story.notes.slice(0, mostNotes).join('')}`);
  return story;
}

async function read(format: OldFormat, bytes: Uint8Array, title: string): Promise<OldStory> {
  try {
    if (format === 'docx') return await readDocx(bytes, title);
    const { damage, text } = decode(bytes);
    if (isCoded(text, '')) throw new Unreadable('unknown-type');
    if (format === 'html') mustBeShallow(text, false, deepestPage);
    const story =
      format === 'html'
        ? readHtml(text.replace(/^\ufeff/, ''), title)
        : readMarkdown(text.replace(/^\ufeff/, ''), title);
    return damage === 'none' ? story : { ...story, notes: [...story.notes, damageNotes[damage]] };
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    if (error instanceof Unreadable) throw new ImportRefused(error.message);
    // Hostile or broken files fail in the libraries in many ways; one of them must never stop the rest.
    throw new ImportRefused(
      error instanceof RangeError
        ? '文件里层层嵌套，读不出来：请另存一份再导入。'
        : '文件损坏，读不出来：请重新导出或另存一份。',
      { cause: error },
    );
  }
}

/** Why a file has no text, when that can be said. */
const mostNotes = 3;
/** Saved pages leave tags open by the hundred; deeper ones are made to hurt. */
const deepestPage = 1_000;
const damageNotes = {
  end: '文件的末尾缺了一截，最后一个字不完整，请核对原文。',
  inside: '文件里有少数字符已经损坏，请核对原文。',
};

const titleFrom = (name: string): string => (name.split('/').at(-1) ?? name).replace(/\.[^.]*$/, '').trim() || '无标题';
