import { ContentError } from './content-error.ts';
import { parseYaml, readText } from './read-yaml.ts';

export interface MarkdownFile {
  /** What stands between the two `---` lines. */
  front: unknown;
  /** The Markdown text after them, trimmed. */
  body: string;
}

/**
 * Reads a Markdown file with YAML front matter.
 * @throws ContentError when the front matter or the text is missing.
 */
export async function readMarkdown(root: string, file: string): Promise<MarkdownFile> {
  const text = (await readText(root, file)).replaceAll('\r\n', '\n');
  const match = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/.exec(text);
  if (!match) throw new ContentError(file, '开头缺少两行 --- 夹着的字段，请照同目录的文件补上。');
  const body = (match[2] ?? '').trim();
  if (body === '') throw new ContentError(file, '只有字段没有正文，请在第二行 --- 下面写正文。');
  return { front: parseYaml(match[1] ?? '', file, 2), body };
}
