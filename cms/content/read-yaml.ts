import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { ContentError } from './content-error.ts';

/** What was read last from each file: the rules of the house are asked at every save, and change a few times a year. */
const known = new Map<string, { text: string; data: unknown }>();

/**
 * Reads one YAML file below the repository root; one that says the same as before is not parsed again.
 * @throws ContentError when it is missing or is not YAML.
 */
export async function readYaml(root: string, file: string): Promise<unknown> {
  const text = await readText(root, file);
  const path = join(root, file);
  let last = known.get(path);
  if (last?.text !== text) {
    last = { text, data: parseYaml(text, file) };
    known.set(path, last);
  }
  // Whoever asks may change what he is given.
  return structuredClone(last.data);
}

/** @throws ContentError when the file is missing. */
export async function readText(root: string, file: string): Promise<string> {
  try {
    return (await readFile(join(root, file), 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new ContentError(file, '没有这个文件，请补上或改正文件名。');
    throw error;
  }
}

/** @param firstLine where the text starts in its file, for the line number in the sentence */
export function parseYaml(text: string, file: string, firstLine = 1): unknown {
  try {
    return parse(text, { prettyErrors: true }) as unknown;
  } catch (error) {
    // Words that begin with a star are taken for a reference to other words of the file.
    if (error instanceof ReferenceError)
      throw new ContentError(file, '有以 * 开头的内容没有加引号，或者引用得太多，请加上引号或直接写出来。');
    if (!(error instanceof YAMLParseError)) throw error;
    const row = (error.linePos?.[0].line ?? 1) + firstLine - 1;
    throw new ContentError(file, `第${row}行不合 YAML 的写法，请检查缩进、冒号后的空格和引号是否成对。`);
  }
}
