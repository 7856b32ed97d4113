import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { ContentError } from './content-error.ts';

/**
 * Reads one YAML file below the repository root.
 * @throws ContentError when it is missing or is not YAML.
 */
export async function readYaml(root: string, file: string): Promise<unknown> {
  return parseYaml(await readText(root, file), file);
}

/** @throws ContentError when the file is missing. */
export async function readText(root: string, file: string): Promise<string> {
  try {
    return (await readFile(join(root, file), 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new ContentError(file, '没有这个文件，请补上或改正文件名。');
    throw error;
  }
}

/** @param firstLine where the text starts in its file, for the line number in the sentence */
export function parseYaml(text: string, file: string, firstLine = 1): unknown {
  try {
    return parse(text, { prettyErrors: true }) as unknown;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const row = (error.linePos?.[0].line ?? 1) + firstLine - 1;
    throw new ContentError(file, `第${row}行不合 YAML 的写法，请检查缩进、冒号后的空格和引号是否成对。`);
  }
}
